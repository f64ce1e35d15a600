"""A headless Chromium, spoken to over a pipe in its DevTools protocol: no driver and no package besides the browser."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome")
KEYS = {"Enter": 13, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, "End": 35, "Home": 36, "Tab": 9}


def program():
    """The browser's path, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Failed(Exception):
    """The browser said so."""


class Page:
    """One page. What went wrong in it and what it asked the network for stands in `errors` and `requests`."""

    def __init__(self, width=1440, height=900, options=()):
        self.profile = tempfile.mkdtemp(prefix="hardfacts-browser-")
        (theirs_in, self.out), (self.inward, theirs_out) = os.pipe(), os.pipe()
        # The browser reads at descriptor 3 and writes at 4.
        command = [program(), "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
                   "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-background-networking",
                   f"--user-data-dir={self.profile}", f"--window-size={width},{height}", *options, "about:blank"]
        self.process = subprocess.Popen(
            ["sh", "-c", f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}', "sh", *command],
            pass_fds=(theirs_in, theirs_out), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.number, self.buffer, self.session = 0, b"", None
        self.errors, self.requests, self.loaded = [], [], 0
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.size(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.session = None
            self.call("Browser.close")
            self.process.wait(10)
        except (Failed, subprocess.TimeoutExpired, OSError):
            self.process.kill()
            self.process.wait()
        os.close(self.out)
        os.close(self.inward)
        shutil.rmtree(self.profile, ignore_errors=True)

    # The protocol: JSON objects, each ended by a zero byte.

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            reply = self.receive(60)
            if reply.get("id") == self.number:
                if "error" in reply:
                    raise Failed(f"{method}: {reply['error']['message']}")
                return reply["result"]

    def receive(self, seconds):
        end = time.monotonic() + seconds
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.inward], [], [], max(0, end - time.monotonic()))
            piece = os.read(self.inward, 1 << 20) if ready else b""
            if not piece:
                raise Failed("the browser does not answer")
            self.buffer += piece
        text, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(text)
        self.note(message.get("method"), message.get("params", {}))
        return message

    def note(self, method, told):
        if method == "Runtime.exceptionThrown":
            details = told["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning", "assert"):
            self.errors.append(" ".join(str(each.get("value")) for each in told["args"]))
        elif method == "Log.entryAdded" and told["entry"]["level"] in ("error", "warning"):
            self.errors.append(told["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])
        elif method == "Page.loadEventFired":
            self.loaded += 1

    # What one does with a page.

    def size(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def theme(self, name):
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def open(self, url):
        before = self.loaded
        self.call("Page.navigate", url="about:blank")
        while self.loaded == before:
            self.receive(60)
        before, self.requests, self.errors = self.loaded, [], []
        self.call("Page.navigate", url=url)
        while self.loaded == before:
            self.receive(60)

    def run(self, script):
        """The value of an expression in the page."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise Failed(f"{script}: {result['exceptionDetails'].get('exception', {}).get('description')}")
        return result["result"].get("value")

    def wait_for(self, script):
        for _ in range(200):
            if self.run(script):
                return
            time.sleep(0.05)
        raise AssertionError(f"did not come true: {script}")

    def texts(self, selector):
        return self.run(f"[...document.querySelectorAll({json.dumps(selector)})].map(e => e.textContent)")

    def text(self, selector):
        return "\n".join(self.texts(selector))

    def place(self, selector, number=0):
        """The middle of what can be seen of an element."""
        at = self.run(f"""(() => {{ const e = document.querySelectorAll({json.dumps(selector)})[{number}];
            if (!e) return null; e.scrollIntoView({{block: 'nearest'}}); const r = e.getClientRects()[0];
            return r && [r.left + Math.min(r.width, 40) / 2, r.top + r.height / 2]; }})()""")
        if not at:
            raise AssertionError(f"{selector} [{number}] is not on the page")
        return dict(zip("xy", at))

    def hover(self, selector, number=0):
        self.call("Input.dispatchMouseEvent", type="mouseMoved", **self.place(selector, number))

    def click(self, selector, number=0):
        place = self.place(selector, number)
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, button="none" if kind == "mouseMoved" else "left",
                      clickCount=1, **place)

    def press(self, key):
        text = {} if key in KEYS else {"text": key}
        if key == "Enter":
            text = {"text": "\r"}
        code = {"windowsVirtualKeyCode": KEYS[key]} if key in KEYS else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **text, **code)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, **code)

    def type(self, text):
        self.call("Input.insertText", text=text)

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def pdf(self):
        return base64.b64decode(self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])
