// Everything works without this file. With it a form that is being sent is not sent twice.
document.querySelectorAll("form").forEach((form) => {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => { sent = false; });
});
