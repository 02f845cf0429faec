"""Changes a finished paper behind its maker's back, to hide something in it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf


def tampered(pdf: bytes, change: Callable[[Any], None], **options: Any) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        change(opened)
        opened.save(out, fix_metadata_version=False, deterministic_id=not options, **options)
    return out.getvalue()


def with_small_white_text(words: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        page = pdf.pages[1]
        font = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        )
        page.obj.Resources.Font["/Sly"] = font
        page.contents_add(f"BT /Sly 1 Tf 1 1 1 rg 10 10 Td ({words}) Tj ET".encode())

    return change


def with_string(words: str, find: Callable[[Any], bool], key: str) -> Callable[[Any], None]:
    """Set one string of the first object that fits."""

    def change(pdf: Any) -> None:
        thing = next(o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and find(o))
        thing[key] = pikepdf.String(words)

    return change


def with_metadata(words: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
        text = packet.replace("<pdf:Keywords></pdf:Keywords>", f"<pdf:Keywords>{words}</pdf:Keywords>")
        pdf.Root.Metadata.write(text.encode("utf-8"))

    return change


def with_orphan(words: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        pdf.Root.Metadata["/Sly"] = pdf.make_indirect(pikepdf.Dictionary(Sly=pikepdf.String(words)))

    return change


def with_annotation(words: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=pikepdf.String(words)
        )
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])

    return change


def with_link(target: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(target))
        link = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(link)])

    return change


def with_attachment(words: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        pdf.attachments["note.txt"] = pikepdf.AttachedFileSpec(pdf, words.encode())

    return change


def with_script(_: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.beep()"))

    return change


def with_image(_: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        image = pikepdf.Stream(pdf, b"\x00" * 4)
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Width, image.Height, image.BitsPerComponent = 2, 2, 8
        image.ColorSpace = pikepdf.Name.DeviceGray
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Sly=image)
        pdf.pages[0].contents_add(b"/Sly Do")

    return change


def with_read_aloud_text(words: str) -> Callable[[Any], None]:
    def change(pdf: Any) -> None:
        pdf.pages[1].contents_add(f"/Span <</ActualText ({words})>> BDC EMC".encode())

    return change
