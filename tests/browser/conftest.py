import shutil
from io import StringIO

import pytest
from django.core.management import call_command
from selenium import webdriver

from tests.browser.visitor import Visitor

ARGUMENTS = [
    "headless=new",
    "no-sandbox",
    "disable-gpu",
    "disable-dev-shm-usage",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]


@pytest.fixture(scope="session")
def driver(django_db_setup, live_server, tmp_path_factory):
    """Chromium with a profile of its own, which can reach nothing but this machine.

    It leaves before the server does, and both before the database: a connection kept open by one keeps the next busy.
    """
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and chromedriver):
        pytest.skip("needs Chromium and its driver: Debian's packages chromium and chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    for argument in [*ARGUMENTS, f"user-data-dir={tmp_path_factory.mktemp('chromium')}"]:
        options.add_argument(f"--{argument}")
    with webdriver.Chrome(options, webdriver.ChromeService(chromedriver)) as driver:
        yield driver


@pytest.fixture
def visitor(driver, live_server, transactional_db):
    """Somebody who visits the archive that the README's first command makes."""
    call_command("import_seeds", publish=True, stdout=StringIO())
    yield Visitor(driver, live_server.url)
    driver.get("about:blank")
    driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
