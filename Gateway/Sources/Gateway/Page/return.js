// Sends the browser back to the shop, or to its app. Whoever comes back here by the Back button is not sent away again.
const [navigation] = performance.getEntriesByType("navigation");
if (navigation?.type !== "back_forward") {
  document.getElementById("return")?.submit();
  const app = document.getElementById("app");
  if (app) location.assign(app.href);
}
