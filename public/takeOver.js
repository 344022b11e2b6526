// Starts the app on a page that the server drew, once that was seen: to begin takes longer than to draw it.
var { app } = document.currentScript.dataset
function start() {
  void import(app)
}
if (document.hidden) start()
else
  requestAnimationFrame(function () {
    setTimeout(start)
  })
