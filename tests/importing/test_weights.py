"""The signs that the importer weighs are those to which the files in data/ give weights, and no others."""

import inspect
import re
from itertools import product

import pytest

from articles.importing import signs, titles
from articles.importing.weights import weights

_TOLD = re.compile(r'"([a-z]+(?:-[a-z0-9]+)+)"')
_FULLNESS = ("full", "nearly", "short", "half")
_COMPOSED = (
    [f"headline-share-{most}" for most in (40, 60, 72, 80, 88, 95, 105, "over")]
    + ["-".join(names) for names in product(("end", "further"), ("closed", "unclosed"), _FULLNESS)]
    + ["-".join(names) for names in product(["closes"], ("announcing", "closed"), ("headline", "text"))]
    + ["opens-headline", "opens-text"]
)


@pytest.mark.parametrize(
    ("module", "name", "composed"), [(signs, "line_signs", _COMPOSED), (titles, "title_signs", [])]
)
def test_every_sign_has_a_weight_and_every_weight_a_sign(module, name, composed):
    told = {sign for sign in _TOLD.findall(inspect.getsource(module)) if not sign.startswith("closed-")}
    assert told | set(composed) == set(weights(name))
