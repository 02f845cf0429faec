import re

import pytest

from socdesk.registers.vocabulary import Vocabularies
from socdesk.ui.theme.contrast import contrast
from socdesk.ui.theme.tokens import load_tokens

TOKENS = load_tokens()


@pytest.mark.parametrize("pair", list(TOKENS.audit()), ids=lambda pair: f"{pair.scheme}-{pair.ink}-on-{pair.on}")
def test_every_pair_of_colours_can_be_told_apart(pair):
    assert pair.has >= pair.least


def test_the_audit_covers_text_on_every_ground_in_both_schemes():
    assert len(list(TOKENS.audit())) >= 140


def test_both_schemes_have_the_same_colours():
    assert TOKENS.colours["light"].keys() == TOKENS.colours["dark"].keys()


def test_contrast_is_reckoned_as_wcag_does():
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_every_rating_and_pillar_has_a_picture(repository):
    assert set(TOKENS.rag) == {code.code for code in Vocabularies()["rag"].codes}
    assert set(TOKENS.pillar) == {code.code for code in Vocabularies()["pillar"].codes}
    icons = {*TOKENS.pillar.values(), *(chip.icon for chip in TOKENS.rag.values())}
    assert [icon for icon in icons if not (repository / f"resources/icons/lucide/{icon}.svg").is_file()] == []


def test_every_picture_that_the_window_names_is_shipped(repository):
    shipped = {path.stem for path in (repository / "resources/icons/lucide").glob("*.svg")}
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (repository / "socdesk/ui").rglob("*.py"))
    named = set(re.findall(r'(?:Picture\(\S*theme, |icon_button\(\S*theme, |icon=)"([a-z0-9-]+)"', sources))
    assert len(named) >= 5
    assert named <= shipped
