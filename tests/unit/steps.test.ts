import { createSteps, STEPS } from '../../scripts/lib/steps.mjs'

function show({
  first = true,
  simulacro = true,
  isTTY = false,
  at = [0],
}: {
  first?: boolean
  simulacro?: boolean
  isTTY?: boolean
  at?: number[]
}) {
  const times = [0, ...at]
  const written: string[] = []
  const steps = createSteps({
    first,
    simulacro,
    now: () => (times.shift() ?? 0) * 1_000,
    out: { isTTY, write: (text: string) => written.push(text) },
  })
  return { steps, written }
}

test('tells the step, how far it came and the seconds that are left', () => {
  const { steps, written } = show({ at: [0, 6, 29] })
  steps.begin('dependencias')
  steps.begin('compilar')
  expect(written).toEqual([
    `  ${'░'.repeat(20)}  1/5 Instalando dependencias, faltan unos 29 s\n`,
    `  ${'█'.repeat(4)}${'░'.repeat(16)}  2/5 Compilando, faltan unos 23 s\n`,
  ])
})

test('expects more of a machine that took longer so far, and never less', () => {
  const { steps, written } = show({ at: [12] })
  steps.begin('compilar')
  expect(written[0]).toContain('faltan unos 46 s')
  const quick = show({ at: [1] })
  quick.steps.begin('compilar')
  expect(quick.written[0]).toContain('faltan unos 23 s')
})

test('a later start expects little', () => {
  const { steps, written } = show({ first: false })
  steps.begin('base')
  expect(written[0]).toBe(`  ${'░'.repeat(20)}  3/5 ${STEPS.base.title}, faltan unos 3 s\n`)
})

test('stays on one line of a terminal, and leaves it empty', () => {
  const { steps, written } = show({ isTTY: true })
  steps.begin('personas')
  steps.end()
  expect(written.join('')).not.toContain('\n')
  expect(written.at(-1)).toBe('\r\u001b[K')
})

test('of a real proceso names the step, without the bar of a simulacro', () => {
  const { steps, written } = show({ simulacro: false })
  steps.begin('base')
  expect(written).toEqual([`  ${STEPS.base.title}…\n`])
})
