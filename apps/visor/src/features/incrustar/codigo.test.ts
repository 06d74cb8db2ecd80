import { codigoDe } from './codigo.ts'

const NADA = { municipio: '', contienda: '', tema: '', color: '' }
const ORIGIN = 'https://conoceles.example'

describe('the code for another site', () => {
  it('is none until something was chosen', () => {
    expect(codigoDe({ ...NADA, tema: 'oscuro' }, ORIGIN)).toBeNull()
  })

  it('names a municipio and its theme, as a script and as a plain frame', () => {
    const codigo = codigoDe({ ...NADA, municipio: '17007', tema: 'oscuro', color: ' #20304A ' }, ORIGIN)
    expect(codigo?.guion).toBe(
      '<div data-conoceles="boleta" data-municipio="17007" data-tema="oscuro" data-color="20304a"></div>\n<script src="https://conoceles.example/incrustar.js" async></script>',
    )
    expect(codigo?.marco).toContain('src="https://conoceles.example/incrustar/boleta?municipio=17007&amp;tema=oscuro&amp;color=20304a"')
  })

  it('names a contienda before a municipio, and no colour that is none', () => {
    const codigo = codigoDe({ ...NADA, municipio: '17007', contienda: 'alcaldia-m1', color: 'rojo' }, ORIGIN)
    expect(codigo?.direccion).toBe('/incrustar/contienda?clave=alcaldia-m1')
  })
})
