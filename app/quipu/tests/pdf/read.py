"""Another program's reading of PDF files: what each says of itself, and its text page by page.

Takes their paths; writes a JSON list in their order.
"""
import json
import sys

from pypdf import PdfReader


def told(path):
    reader = PdfReader(path, strict=True)
    catalog = reader.trailer["/Root"]
    return {
        "title": reader.metadata.title,
        "lang": catalog["/Lang"],
        "is_tagged": bool(catalog["/MarkInfo"]["/Marked"]),
        "pages": [page.extract_text() for page in reader.pages],
    }


json.dump([told(path) for path in sys.argv[1:]], sys.stdout)
