const PATIENCE_MS = 2_000
const REST_MS = 300
const USES = ['pointerover', 'pointerdown', 'keydown', 'focusin']
const block = document.getElementById('recursos')
const { sigue, espera, consulta = location.search } = block.dataset
// Each with the state that it showed.
const held = new Map()
const busy = (pressed, now) => {
  if (!pressed.dataset.abriendo) return
  // Its words change by style alone: the page is taken over as it came.
  if (now) pressed.setAttribute('aria-busy', 'true')
  else pressed.removeAttribute('aria-busy')
  pressed.toggleAttribute('data-pulsado', now)
}
let failed = false

const isPage = (link) =>
  !(link.getAttribute('href') ?? '#').startsWith('#') && !link.target && !link.hasAttribute('download') && link.origin === location.origin
const waits = (pressed) => {
  if (pressed.tagName === 'A') return !failed && espera === 'pintado' && isPage(pressed)
  return !failed || !pressed.form?.hasAttribute('action')
}
const hold = (event) => {
  const pressed = event.target.closest?.('a, button')
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  if (!pressed || !plain || !waits(pressed)) return
  if (pressed.tagName === 'A') setTimeout(() => held.has(pressed) && location.assign(pressed.href), PATIENCE_MS)
  event.preventDefault()
  if (failed) return
  if (pressed.dataset.abriendo && held.has(pressed)) return
  busy(pressed, true)
  held.set(pressed, pressed.getAttribute('aria-pressed'))
}
const taken = () => {
  const all = [...held]
  held.clear()
  return all
}
// Back to another page of a visor that was there before this one was loaded again: the browser only tells it.
const [ruta, pregunta] = [location.pathname, location.search]
const back = () => {
  if (location.pathname !== ruta || location.search !== pregunta) location.reload()
}
const release = () => {
  removeEventListener('click', hold, true)
  removeEventListener('popstate', back)
  for (const [pressed, state] of taken()) {
    busy(pressed, false)
    // Saved or chosen already, as the page knows only now: the press is answered by showing so.
    if (pressed.isConnected && pressed.getAttribute('aria-pressed') === state) pressed.click()
  }
}
const fail = () => {
  failed = true
  document.getElementById('app').dataset.fallo = ''
  for (const [pressed] of taken()) {
    busy(pressed, false)
    if (!waits(pressed)) pressed.click()
  }
}
const fetchNext = () => import(sigue).catch(fail)
const use = () => {
  for (const type of USES) removeEventListener(type, use)
  block.dataset.espera = 'usada'
  block.dispatchEvent(new Event('uso'))
  fetchNext()
}

let kept = false
try {
  // The way to the list of the device, which the frame shows where this is set.
  if (localStorage.getItem('mi-lista')) document.documentElement.setAttribute('data-lista', '')
  kept = Boolean(localStorage.getItem('mi-lista') || sessionStorage.getItem('comparacion') || sessionStorage.getItem('mi-lugar'))
} catch {
  // The browser keeps nothing: there is no list.
}
addEventListener('click', hold, true)
addEventListener('popstate', back)
block.addEventListener('vivo', release)
block.addEventListener('fallo', fail)
document.getElementById('reintentar')?.addEventListener('click', (event) => {
  event.preventDefault()
  location.reload()
})
for (const type of USES) addEventListener(type, use, { passive: true })
// A page shows at once whom this device saved or compares.
if (consulta !== location.search || kept) use()
else addEventListener('load', () => setTimeout(fetchNext, REST_MS))
