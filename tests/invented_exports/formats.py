"""Every format that there is an export of: the reader it is for, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from invented_exports import europresse, factiva, nexis, tables, web_archives
from invented_exports.europresse import Export
from sahelcorpus.readers.columns import Columns
from sahelcorpus.readers.document import Reader
from sahelcorpus.readers.formats import known_readers


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes:
        reader: Name of its reader.
        make: Takes a number of documents and, named, a seed; returns an export of about so many.
        columns: What its columns mean, if it is a table that does not say so.
    """

    reader: str
    make: Callable[..., Export]
    columns: Columns | None = None

    def its_reader(self) -> Reader:
        """Return the reader, told what the columns mean."""
        return next(one for one in known_readers(self.columns) if one.name == self.reader)


_ODD = Columns(tables.COLUMNS)

FORMATS: dict[str, Format] = {
    "Europresse 2012, charset declared falsely": Format("europresse", europresse.first_generation),
    "Europresse 2012, Windows-1252": Format("europresse", partial(europresse.first_generation, encoding="cp1252")),
    "Europresse 2015": Format("europresse", europresse.second_generation),
    "Europresse, current": Format("europresse", europresse.third_generation),
    "Factiva HTML": Format("factiva_html", factiva.html_export),
    "Factiva RTF": Format("factiva_rtf", factiva.rtf_export),
    "Factiva XML": Format("factiva_xml", factiva.xml_export),
    "LexisNexis HTML": Format("nexis_html", nexis.html_export),
    "Nexis Uni DOCX": Format("nexis_docx", nexis.docx_export),
    "JSON lines": Format("json_lines", tables.json_lines),
    "CSV": Format("delimited", tables.delimited, _ODD),
    "CSV, semicolons, Windows-1252": Format(
        "delimited", partial(tables.delimited, delimiter=";", encoding="cp1252"), _ODD
    ),
    "TSV, UTF-16": Format("delimited", partial(tables.delimited, delimiter="\t", encoding="utf-16"), _ODD),
    "Parquet": Format("parquet", tables.parquet, _ODD),
    "zip of pages": Format("web_zip", web_archives.zipped),
    "WARC": Format("warc", partial(web_archives.warc, packed=False)),
    "WARC, gzipped": Format("warc", web_archives.warc),
    "RSS 2.0": Format("feed", web_archives.rss),
    "RSS 1.0, Windows-1252": Format("feed", web_archives.rdf),
    "Atom": Format("feed", web_archives.atom),
}
