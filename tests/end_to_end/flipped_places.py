"""Where a bit may flip: one small function for each class of place, which draws one place of it by chance.

Each takes the desk in its states, chance, and how many places of the class were drawn before; it returns a path within
the folder, a byte and a bit.
"""

import json

from socdesk.keys.derive import desk_key
from socdesk.keys.page_cipher import PAGE, PageCipher
from socdesk.storage.engine import connect

SALT, VECTOR, MAC = 16, 16, 64
CONTENT = PAGE - VECTOR - MAC
HEADER, FRAME_HEADER = 32, 24
FRAME = FRAME_HEADER + PAGE
STORE, LOG, INDEX, WITNESS, KEYS = "store-1.db", "store-1.db-wal", "store-1.db-shm", "witness.log", "desk.json"
BRANCHES, LEAVES = {2, 5}, {10, 13}


def within(chance, file, first, after):
    return file, chance.randrange(first, after), chance.randrange(8)


def anywhere(chance, folder, file):
    return within(chance, file, 0, (folder / file).stat().st_size)


# the key file


def leaves(text):
    """Return where the value of each leaf of a JSON text begins and ends."""
    spans, decode = [], json.JSONDecoder().raw_decode
    at = 0
    while at < len(text):
        if text[at] not in '"-0123456789tf':
            at += 1
            continue
        _, end = decode(text, at)
        if not text[end:].lstrip().startswith(":"):
            quoted = text[at] == '"'
            spans.append((at + quoted, end - quoted))
        at = end
    return spans


def key_leaf(desk, chance, number):
    found = leaves((desk.closed / KEYS).read_text())
    return within(chance, KEYS, *found[number % len(found)])


def key_form(desk, chance, _number):
    text = (desk.closed / KEYS).read_text()
    inside = {at for span in leaves(text) for at in range(*span)}
    return KEYS, chance.choice([at for at in range(len(text)) if at not in inside]), chance.randrange(8)


# the desk's file


def a_page(desk, chance):
    return chance.randrange((desk.closed / STORE).stat().st_size // PAGE) * PAGE


def page_salt(_desk, chance, _number):
    return within(chance, STORE, 0, SALT)


def page_body(desk, chance, _number):
    page = a_page(desk, chance)
    return within(chance, STORE, page + (0 if page else SALT), page + CONTENT)


def page_vector(desk, chance, _number):
    page = a_page(desk, chance)
    return within(chance, STORE, page + CONTENT, page + CONTENT + VECTOR)


def page_mac(desk, chance, _number):
    page = a_page(desk, chance)
    return within(chance, STORE, page + PAGE - MAC, page + PAGE)


def search_pages(folder, key):
    """Return the numbers of the pages in which the full-text indexes stand."""
    path = folder / STORE
    connection = connect(path, key, writing=False)
    roots = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name LIKE 'search_%' AND rootpage").fetchall()
    connection.close()
    raw = path.read_bytes()
    cipher, found = PageCipher(key, raw[:SALT]), []
    waiting = [root for (root,) in roots]
    while waiting:
        found.append(waiting.pop())
        waiting += below(cipher.open(found[-1], raw[(found[-1] - 1) * PAGE : found[-1] * PAGE]))
    return sorted(found)


def below(page):
    """Return the numbers of the pages below a branch of a tree; none for a leaf."""
    assert page[0] in BRANCHES | LEAVES
    if page[0] in LEAVES:
        return []
    cells = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n]) for n in range(int.from_bytes(page[3:5]))]
    return [int.from_bytes(page[cell : cell + 4]) for cell in (*cells, 8)]


def search_page(desk, chance, _number):
    pages = desk.kept("search pages", lambda: search_pages(desk.closed, desk_key(desk.laid_out.unlocked.root_key)))
    page = (chance.choice(pages) - 1) * PAGE
    return within(chance, STORE, page, page + PAGE)


def page_under_a_log(desk, chance, _number):
    return anywhere(chance, desk.torn, STORE)


# the log that a kill left


def log_header(_desk, chance, _number):
    return within(chance, LOG, 0, HEADER)


def a_frame(desk, chance):
    return HEADER + chance.randrange(((desk.torn / LOG).stat().st_size - HEADER) // FRAME) * FRAME


def log_frame_header(desk, chance, _number):
    frame = a_frame(desk, chance)
    return within(chance, LOG, frame, frame + FRAME_HEADER)


def log_frame(desk, chance, _number):
    frame = a_frame(desk, chance)
    return within(chance, LOG, frame + FRAME_HEADER, frame + FRAME)


# side files


def witness(desk, chance, _number):
    return anywhere(chance, desk.closed, WITNESS)


def witness_of_a_kill(desk, chance, number):
    """Every fourth time in the room that is made ahead, else in a line."""
    content = (desk.torn / WITNESS).read_bytes()
    end = content.rfind(b"\n") + 1
    return within(chance, WITNESS, *((end, len(content)) if number % 4 == 3 else (0, end)))


def index_of_the_log(desk, chance, _number):
    return anywhere(chance, desk.torn, INDEX)


def failed_tries(desk, chance, _number):
    content = (desk.tried / "failed-unlocks.log").read_bytes()
    return within(chance, "failed-unlocks.log", 0, content.rfind(b"\n") + 1)


def lock_file(_desk, chance, _number):
    """It is empty: a bit can only appear in it."""
    return within(chance, "desk.lock", 0, 1)


def remembered_entry(desk, chance, _number):
    [secret] = desk.shelf.kept.values()
    return within(chance, "remembered entry", 0, len(secret))


# a backup


def in_backup(file):
    return lambda desk, chance, _number: anywhere(chance, desk.backup, file)


def backup_mark(desk, chance, _number):
    return anywhere(chance, desk.drive, "About these backups.txt")
