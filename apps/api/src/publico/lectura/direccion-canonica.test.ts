import { direccionCanonica } from './direccion-canonica.ts'

it.each([
  ['/CANDIDATURAS/X).', '/candidaturas/x'],
  ['/contiendas/D04…', '/contiendas/D04'],
  ['/candidaturas/x.?a=b.', '/candidaturas/x?a=b.'],
  ['/.a', '/.a'],
  ['/...', '/'],
  ['/', '/'],
])('%s leads to %s', (url, meant) => {
  expect(direccionCanonica(url)).toBe(meant)
})

it('takes no time over a long run of signs that does not end the address', () => {
  const started = performance.now()
  expect(direccionCanonica(`/${'.'.repeat(15_500)}a`)).toHaveLength(15_502)
  expect(performance.now() - started).toBeLessThan(50)
})
