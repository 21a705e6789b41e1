"""Passes a log on and changes one answer: proxy.py UPSTREAM PATH OLD NEW. Says its address first."""
import http.server
import sys
import urllib.error
import urllib.request

upstream, altered, old, new = sys.argv[1:]


class Proxy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        try:
            with urllib.request.urlopen(upstream + self.path) as answer:
                status, body = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, body = error.code, error.read()
        if self.path == altered:
            before, body = body, body.replace(old.encode(), new.encode(), 1)
            if body == before:
                sys.exit(f"nothing to alter in {altered}")
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
