from socdesk.registers.declared.papers import PAPERS


def test_the_last_two_papers_are_real_and_the_second_tells_what_changed_since_the_first(demo):
    first, second = demo.read.page(PAPERS)
    assert {first.stage, second.stage} == {"ISSUED"}
    assert second.compared_with == first.as_at
    assert '"demo": true' in second.frozen_view
    assert len(second.sha256) == 64
