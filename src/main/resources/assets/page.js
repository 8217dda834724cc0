// Everything works without this file. With it: no form is sent twice, pictures can be enlarged, the
// next ones are loaded ahead, digits answer the scale that has the focus, and how long an answer
// took is measured where it happens.
document.documentElement.classList.add("scripted");
const main = document.getElementById("content");
const questions = document.querySelector("form.questions");
const noticed = { firstMs: "", submitMs: "", focusLosses: 0, zooms: 0 };
const sinceShown = () => Math.round(performance.now());

const note = () => {
  noticed.submitMs = sinceShown();
  for (const [name, value] of Object.entries(noticed)) {
    let field = questions.querySelector(`input[name="${name}"]`);
    if (!field) {
      field = Object.assign(document.createElement("input"), { type: "hidden", name });
      questions.append(field);
    }
    field.value = value;
  }
};

for (const form of document.forms) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    else if (form === questions) note();
    sent = true;
  });
  addEventListener("pageshow", () => { sent = false; });
}

const device = document.querySelector("form.device");
if (device) {
  device.addEventListener("submit", () => {
    for (const [name, value] of [["width", innerWidth], ["height", innerHeight]]) {
      device.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  });
}

const enlarge = (image) => {
  noticed.zooms += 1;
  const dialog = document.createElement("dialog");
  const large = Object.assign(new Image(), { src: image.src, alt: image.alt });
  const close = Object.assign(document.createElement("button"), {
    type: "button", className: "button", textContent: main.dataset.close,
  });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => { dialog.remove(); image.parentElement.focus(); });
  dialog.append(large, close);
  document.body.append(dialog);
  dialog.showModal();
};

for (const image of document.querySelectorAll(".exhibit img")) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: `zoom ${image.className}` });
  button.setAttribute("aria-label", `${main.dataset.enlarge}: ${image.alt}`);
  image.replaceWith(button);
  button.append(image);
  button.addEventListener("click", () => enlarge(image));
}

if (questions) {
  const first = () => { if (noticed.firstMs === "") noticed.firstMs = sinceShown(); };
  addEventListener("pointerdown", first);
  addEventListener("keydown", first);
  document.addEventListener("visibilitychange", () => { if (document.hidden) noticed.focusLosses += 1; });
  questions.addEventListener("keydown", (event) => {
    const scale = event.target.closest("fieldset.scale");
    const choice = scale && /^[0-9]$/.test(event.key) && scale.querySelector(`input[value="${event.key}"]`);
    if (choice) {
      choice.checked = true;
      choice.focus();
    }
  });
  addEventListener("load", () => {
    for (const link of questions.dataset.preload.split(" ").filter(Boolean)) new Image().src = link;
  });
}

// A place is kept for those who are still there.
const run = location.pathname.match(/^\/r\/[^/]+/);
if (run) {
  setInterval(() => { if (!document.hidden) fetch(`${run[0]}/alive`, { method: "POST" }); }, 120000);
}

// What changes while a researcher looks.
const live = document.querySelector("[data-live]");
if (live) {
  new EventSource(live.dataset.live).addEventListener("message", (event) => {
    const open = live.querySelector("details").open;
    live.innerHTML = event.data;
    live.querySelector("details").open = open;
  });
}
