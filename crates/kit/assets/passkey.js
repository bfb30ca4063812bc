/* Passkeys: only a script can ask a device for one (WebAuthn, level 3). What the page says in `data-options` is asked,
   what the device answers goes into the form, which is sent like any other. Without this script the page says so and
   names the other way, a code. */
(() => {
  const form = document.querySelector("form[data-passkey]");
  if (!form || !window.PublicKeyCredential) return;
  const button = form.querySelector("button");
  const failed = form.querySelector("[data-failed]");
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const options = JSON.parse(form.dataset.options);
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const one of [...(options.allowCredentials ?? []), ...(options.excludeCredentials ?? [])]) one.id = bytes(one.id);

  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    failed.hidden = true;
    try {
      const made = await navigator.credentials[form.dataset.passkey]({ publicKey: options });
      const response = {};
      for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
        if (made.response[part]) response[part] = text(made.response[part]);
      }
      form.elements.answer.value = JSON.stringify({ id: made.id, rawId: text(made.rawId), type: made.type, response });
      form.submit();
    } catch {
      asking = false;
      failed.hidden = false;
    }
  };
  form.querySelector("[data-without]").hidden = true;
  button.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
})();
