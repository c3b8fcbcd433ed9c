"""Lines of electronic signatures are no part of the letter, wherever they stand."""

import pytest
from sample_reading import Reading


@pytest.fixture(params=["bay-ky-so.pdf", "bay-ky-so.txt"])
def letter(request: pytest.FixtureRequest, read) -> Reading:
    return read(request.param)


def test_the_reading_agrees_with_the_gold(letter: Reading) -> None:
    assert letter.wrong() == {}, letter.score.notes


def test_the_signer_is_the_person_not_the_service(letter: Reading) -> None:
    fields = letter.directive.fields
    assert fields.signer is not None
    assert fields.signer.name == "Bế Ngọc Sơn"


def test_a_number_in_a_form_field_is_the_number(read) -> None:
    assert read("bay-ky-so.pdf").directive.fields.number == "1865/SXD-QLN"


def test_no_task_and_no_field_holds_words_of_the_stamp(letter: Reading) -> None:
    shown = " ".join(task.text for task in letter.directive.tasks) + str(letter.directive.fields.recipients)
    assert not any(words in shown for words in ("Người ký", "Thời gian ký", "CHỨNG THỰC", "đã ký lên"))
