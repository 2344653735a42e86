"""The smallest application that shows what a reverse proxy does. Put your own in its place."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Hello(BaseHTTPRequestHandler):
    def do_GET(self):
        scheme = self.headers.get("X-Forwarded-Proto", "http")
        text = f"Hello from behind the proxy, you asked for {self.path} over {scheme}\n"
        body = text.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


# Only this machine can connect: the world comes through nginx.
ThreadingHTTPServer(("127.0.0.1", 8000), Hello).serve_forever()
