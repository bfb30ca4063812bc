/* The listen control: where no person has read the page yet, the browser's own voice may, if it has one for that
   language. The voice chosen last is remembered on this telephone only and stands first. Nothing else on the site
   needs a script. */
(() => {
  const box = document.getElementById("listen");
  if (!box) return;
  const list = box.querySelector("ul");
  const chosen = (() => { try { return localStorage.getItem("voice"); } catch { return null; } })();
  const choose = (voice) => { try { localStorage.setItem("voice", voice); } catch { /* private window */ } };
  for (const item of list.children) {
    item.addEventListener("click", (event) => { if (event.target.closest("button, audio, a")) choose(item.dataset.voice); });
    item.addEventListener("play", () => choose(item.dataset.voice), true);
    if (item.dataset.voice === chosen) list.prepend(item);
  }
  if (location.hash === "#listen") box.open = true;

  const slot = box.querySelector("[data-speak]");
  const speech = window.speechSynthesis;
  if (!slot || !speech) return;
  const label = slot.dataset.label;
  let button;
  const stop = () => { speech.cancel(); if (button) button.textContent = label; };
  /* Read in pieces: old Androids fall silent after some fifteen seconds of one utterance. */
  const speak = (voice) => {
    const parts = [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, caption, th, td)")]
      .filter((part) => part.offsetParent && !part.querySelector("h1, h2, h3, p, li, dt, dd"))
      .map((part) => part.innerText.trim()).filter(Boolean);
    button.textContent = box.dataset.stop;
    parts.forEach((text, index) => {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      if (index === parts.length - 1) utterance.onend = stop;
      speech.speak(utterance);
    });
  };
  const offer = () => {
    if (button) return;
    const wanted = slot.dataset.speak;
    const voice = speech.getVoices().find((one) => one.lang.toLowerCase().replace("_", "-").split("-")[0] === wanted);
    if (!voice) { slot.textContent = box.dataset.none; return; }
    button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn--s btn--ghost";
    button.textContent = label;
    button.addEventListener("click", () => (speech.speaking ? stop() : speak(voice)));
    slot.replaceWith(button);
  };
  speech.addEventListener?.("voiceschanged", offer);
  offer();
  addEventListener("pagehide", stop);
})();
