from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

PHONE, DESKTOP = 390, 1280
SECONDS = 20

_HAS_ITS_STYLE = "return document.styleSheets.length && [...document.styleSheets].every(sheet => sheet.cssRules.length)"


class Visitor:
    """Somebody at a browser who looks at every page that opens, as wide as a phone and as a desktop.

    A page that breaks the Content-Security-Policy, has an error in the console, has lost its style sheets or is wider
    than the window is an AssertionError.
    """

    def __init__(self, driver, address):
        self.driver = driver
        self.address = address
        self.run = driver.execute_script

    def open(self, path):
        self.driver.get(self.address + path)
        self.look()

    def click(self, selector):
        """Click what leads to another page."""
        # The mark is gone as soon as another page stands in the window.
        self.run("window.left = true")
        self.find(selector).click()
        WebDriverWait(self.driver, SECONDS).until(
            lambda _: self.run("return !window.left && document.readyState === 'complete'")
        )
        self.look()

    def write(self, selector, text):
        field = self.find(selector)
        field.clear()
        field.send_keys(text)

    def sign_out(self):
        self.driver.delete_all_cookies()

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector):
        return [element.text for element in self.driver.find_elements(By.CSS_SELECTOR, selector)]

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.address)

    def look(self):
        errors = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        assert not errors, f"{self.path}: {errors}"
        assert self.run(_HAS_ITS_STYLE), f"{self.path} has lost its style sheets"
        for width in (PHONE, DESKTOP):
            self._be_as_wide_as(width)
            taken = self.run("return document.documentElement.scrollWidth")
            assert taken <= width, f"{self.path} takes {taken} pixels of {width}"

    def _be_as_wide_as(self, width):
        # Chromium allows no window as narrow as a phone, but a page's view of it may be.
        metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        assert self.run("return window.innerWidth") == width
