/**
 * Steps of `npm start`, each with the seconds that it takes on two processors that do nothing else: the first time, and then. A step that has nothing
 * to do is passed over.
 */
export const STEPS = {
  dependencias: { title: 'Instalando dependencias', first: 6, later: 0 },
  compilar: { title: 'Compilando', first: 2, later: 0 },
  base: { title: 'Preparando la base de datos', first: 3, later: 2 },
  personas: { title: 'Creando personas ficticias', first: 12, later: 0 },
  publicacion: { title: 'Publicando sus datos', first: 6, later: 1 },
}
const NAMES = Object.keys(STEPS)
const WIDTH = 20

/**
 * Tells each step as it begins, with a bar and the seconds that are left; on a terminal the bar stays on one line. A real proceso creates
 * nobody: its steps are only named.
 */
export function createSteps({ first, simulacro = true, now = Date.now, out = process.stdout }) {
  const started = now()
  const seconds = (name) => STEPS[name][first ? 'first' : 'later']
  const sum = (names) => names.reduce((total, name) => total + seconds(name), 0)
  const end = out.isTTY ? '' : '\n'
  const clear = out.isTTY ? '\r\x1b[K' : ''
  return {
    begin(name) {
      if (!simulacro) return void out.write(`${clear}  ${STEPS[name].title}…${end}`)
      const at = NAMES.indexOf(name)
      const [before, left] = [sum(NAMES.slice(0, at)), sum(NAMES.slice(at))]
      // A machine that took longer so far takes longer for the rest.
      const slower = before > 0 ? Math.max(1, (now() - started) / 1_000 / before) : 1
      const done = Math.round((before / Math.max(1, before + left)) * WIDTH)
      const bar = '█'.repeat(done) + '░'.repeat(WIDTH - done)
      const rest = left > 0 ? `, faltan unos ${Math.max(1, Math.round(left * slower))} s` : ''
      out.write(`${clear}  ${bar}  ${at + 1}/${NAMES.length} ${STEPS[name].title}${rest}${end}`)
    },
    end() {
      out.write(clear)
    },
  }
}
