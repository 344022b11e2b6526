// Starts the app on a page that the server drew, once that was seen: to begin takes longer than to draw it. What is done
// on the page meanwhile is kept for the app, and done again once it hears it: links and scrolling need no app.
var { app } = document.currentScript.dataset
var TYPES = ['click', 'keydown', 'input', 'submit']
var kept = []

function keep(event) {
  var { type, target } = event
  if (type === 'click' && !target.closest('button')) return
  if (type === 'input' && target.type !== 'search') return
  // The app may hear of it already, while it is not yet able to act.
  event.stopImmediatePropagation()
  if (type === 'click' || type === 'submit') event.preventDefault()
  kept.push({ event, text: target.value })
}

function replay({ event, text }) {
  var { type, target } = event
  if (type === 'input') {
    // React reads what it finds in a field as nothing new: so it is put there once more, behind its back.
    target.value = ''
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(target, text)
  }
  // A key may have moved the focus: what was pressed after it goes there.
  var place = type === 'keydown' ? document.activeElement : target
  place.dispatchEvent(new event.constructor(type, event))
}

function start() {
  void import(app)
}

for (var type of TYPES) addEventListener(type, keep, true)
addEventListener(
  'app-hears',
  function () {
    for (var type of TYPES) removeEventListener(type, keep, true)
    // Each by itself, as they came: what one changes is drawn before the next.
    for (var one of kept) setTimeout(replay, 0, one)
  },
  { once: true },
)

if (document.hidden) start()
else
  requestAnimationFrame(function () {
    setTimeout(start)
  })
