"""The newest publications about a country, with the standard library alone: python3 newest.py URL CODE"""

import json
import sys
from urllib.request import Request, urlopen

QUERY = """
query Newest($code: String!, $after: String) {
  country(code: $code) {
    publications(first: 2, after: $after) {
      nodes { title year }
      pageInfo { endCursor hasNextPage }
    }
  }
}
"""


def ask(url, query, variables):
    """The data of an answer. A field that failed is None, and has an error with its path."""
    body = json.dumps({"query": query, "variables": variables}).encode()
    request = Request(url, body, {"content-type": "application/json"})
    with urlopen(request) as response:
        answer = json.load(response)
    for error in answer.get("errors", []):
        print(error["message"], file=sys.stderr)
    return answer["data"]


def publications(url, code):
    """All publications about a country, page by page."""
    after = None
    while True:
        country = ask(url, QUERY, {"code": code, "after": after})["country"]
        if country is None or country["publications"] is None:
            return
        page = country["publications"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


if __name__ == "__main__":
    for publication in publications(sys.argv[1], sys.argv[2]):
        print(publication["year"], publication["title"])
