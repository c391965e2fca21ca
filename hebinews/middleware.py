"""Headers that Django 5.2 does not set itself."""

from django.conf import settings


def content_security_policy(get_response):
    """Send one strict policy with every response: no inline script or style, nothing from elsewhere."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", settings.CONTENT_SECURITY_POLICY)
        return response

    return middleware
