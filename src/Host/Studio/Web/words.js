// The language of our own frame. Studio's own labels are English; activities and messages come in this language.
window.procedures = (() => {
  const asked = new URLSearchParams(location.search).get("language");
  if (asked === "en" || asked === "fr") localStorage.setItem("procedures.language", asked);
  const language = localStorage.getItem("procedures.language") === "fr" ? "fr" : "en";
  const words = {
    en: {
      home: "← Procedures", definitions: "Definitions", instances: "Running procedures", other: "Français",
      loading: "The designer is loading …", starting: "The designer is starting …",
      failed: "The designer could not be loaded. Reload the page.",
      missing: "There is no such definition or procedure.",
      drawing: "The drawing is still loading: nothing was saved. Try again in a moment.",
      file: "← This procedure’s page",
      kept: "The text that was not saved", keptPlace: "the link beside this", close: "Close",
      error: "Something went wrong in the designer. What was saved is safe.", reload: "Reload",
    },
    fr: {
      home: "← Procédures", definitions: "Définitions", instances: "Procédures en cours", other: "English",
      loading: "Le concepteur se charge…", starting: "Le concepteur démarre…",
      failed: "Le concepteur n’a pas pu être chargé. Rechargez la page.",
      missing: "Cette définition ou procédure n’existe pas.",
      drawing: "Le dessin se charge encore : rien n’a été enregistré. Réessayez dans un instant.",
      file: "← Page de cette procédure",
      kept: "Le texte non enregistré", keptPlace: "l’adresse ci-contre", close: "Fermer",
      error: "Une erreur s’est produite dans le concepteur. Ce qui était enregistré est conservé.",
      reload: "Recharger",
    },
  };
  // Studio writes dates into definitions in this culture: one for everybody, or two people write two formats.
  localStorage.setItem("BlazorCulture", "en-US");
  document.cookie = `studio-language=${language}; path=/elsa; SameSite=Strict`;
  document.documentElement.lang = language;
  return { language, other: language === "fr" ? "en" : "fr", words: words[language] };
})();
