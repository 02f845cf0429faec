from socdesk.desk.desk_folder import lies_in


def test_a_file_inside_the_desk_is_told_from_one_beside_it(tmp_path):
    folder = tmp_path / "desk"
    assert lies_in(folder, folder / "words.txt")
    assert lies_in(folder, folder / "below" / "words.txt")
    assert not lies_in(folder, folder.parent / "words.txt")
