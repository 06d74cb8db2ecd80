import { completarAviso, compararFinalidades, decisionesPorRenovar, faltasDelAviso, leyQueRige, porRenovarBajo, razonesContraActoAviso } from './index.ts' // prettier-ignore
import type { AvisoEscrito, AvisoState, Finalidad, LeyPack } from './index.ts'

const SOURCED = { fuente: 'inventada para la prueba', confianza: 'alta' } as const
const ley = (clave: string, rest: Partial<LeyPack>): LeyPack => ({
  ...{ clave, nombre: `Ley ${clave}`, desde: '2017-01-27', hasta: null, articulos: '7', identifica: '26 de enero de 2017' },
  ...{ autoridadGarante: 'la garante', ...SOURCED },
  ...rest,
})
const VIEJA = ley('vieja', { hasta: '2025-03-20' })
const NUEVA = ley('nueva', { desde: '2025-03-21', identifica: '20 de marzo de 2025' })

const finalidad = (clave: string, decision: Finalidad['decision'], texto = `Para ${clave}`): Finalidad => ({
  ...{ clave, texto, decision, detalle: '' },
})
const FINALIDADES = [
  finalidad('cuenta', null),
  finalidad('identidad', 'tratamiento'),
  finalidad('distintivo', 'publicacion'),
  finalidad('cifras', 'estadistica'),
]

const parte = (clave: string, titulos: string[], contiene: string[] = []) => ({
  ...{ clave, nombre: `La parte ${clave}`, avisos: ['integral' as const], titulos, contiene, articulos: {}, ...SOURCED },
})
const TEXTO = ['# Aviso', '', '## 1. Quién responde', '', 'El {{instituto}}.', '', '## 2. Datos', '', '**Sensibles:** los de identidad.', '', '## 3. Fines', '', '{{finalidades}}', '', 'Ley del 26 de enero de 2017.'].join('\n') // prettier-ignore

const escrito = (rest: Partial<AvisoEscrito> = {}): AvisoEscrito => ({
  ...{ integral: TEXTO, simplificado: '{{finalidades}}', finalidades: FINALIDADES, ley: VIEJA },
  datos: [{ clave: 'instituto', nombre: 'Instituto', valor: 'Instituto de la Prueba', ...SOURCED }],
  reglas: {
    leyes: [VIEJA, NUEVA],
    partes: [parte('responsable', ['quién responde', 'responsable']), parte('datos', ['datos'], ['sensibles'])],
  },
  ...rest,
})
const told = (rest: Partial<AvisoEscrito>) =>
  faltasDelAviso(escrito(rest)).map(({ gravedad, aviso, parte: clave, linea }) => [gravedad, aviso, clave, linea])

describe('the law of an aviso', () => {
  test('follows from its day', () => {
    const clave = (dia: string) => leyQueRige([VIEJA, NUEVA], dia)?.clave ?? null
    expect([clave('2017-01-26'), clave('2024-04-01'), clave('2025-03-20'), clave('2025-03-21')]).toEqual([null, 'vieja', 'vieja', 'nueva'])
  })

  test('that was not in force on that day is told with its line, and stops nothing', () => {
    expect(told({ ley: NUEVA })).toEqual([
      ['advertencia', 'integral', 'fundamento', 15],
      ['advertencia', 'integral', 'fundamento', null],
    ])
  })
})

describe('the parts that an aviso must have', () => {
  test('is all there: nothing is told', () => {
    expect(told({})).toEqual([])
  })

  test.each([
    ['a part that is nowhere', { integral: TEXTO.replace('Quién responde', 'Otra cosa') }, ['falta', 'integral', 'responsable', null]],
    ['a part in blank', { integral: TEXTO.replace('El {{instituto}}.', '') }, ['falta', 'integral', 'responsable', 3]],
    ['a part without its word', { integral: TEXTO.replace('Sensibles', 'Otros') }, ['falta', 'integral', 'datos', 7]],
    ['a name that nobody knows', { integral: TEXTO.replace('instituto', 'nadie') }, ['falta', 'integral', null, 5]],
    ['purposes of its own', { simplificado: 'Para todo.' }, ['falta', 'simplificado', 'finalidades', null]],
    ['a name that nobody confirmed', { datos: [{ clave: 'instituto', nombre: 'I', valor: 'por confirmar', ...SOURCED }] }, ['advertencia', 'integral', null, 5]], // prettier-ignore
    ['no purpose for one of the choices', { finalidades: FINALIDADES.slice(0, 3) }, ['falta', null, 'finalidades', null]],
  ])('%s is told with its place', (_title, change, expected) => {
    expect(told(change)).toEqual([expected])
  })

  test('a text takes its names and its purposes from their places', () => {
    const texto = completarAviso('{{instituto}} según {{ley}}: {{finalidades}} {{otra}}', escrito())
    expect(texto).toContain('Instituto de la Prueba según Ley vieja (Diario Oficial de la Federación del 26 de enero de 2017)')
    expect(texto).toContain('Para esto le pedimos su autorización, que es su consentimiento expreso y por escrito:\n\n- Para identidad.')
    expect(texto).toContain('Para esto no hace falta su autorización:\n\n- Para cuenta.')
    expect(texto).toContain('{{otra}}')
  })

  test('its readers do not get what nobody confirmed, and those who write it are told its line', () => {
    const texto = TEXTO.replace('El {{instituto}}.', 'El {{instituto}}[[, con domicilio en: {{domicilio}}]].')
    const datosOf = (valor: string) => [...escrito().datos, { clave: 'domicilio', nombre: 'Domicilio', valor, ...SOURCED }]
    expect(completarAviso(texto, escrito({ datos: datosOf('por confirmar') }))).toContain('El Instituto de la Prueba.\n')
    expect(completarAviso(texto, escrito({ datos: datosOf('Calle 1') }))).toContain(
      'El Instituto de la Prueba, con domicilio en: Calle 1.\n',
    )
    expect(told({ integral: texto, datos: datosOf('por confirmar') })).toEqual([['advertencia', 'integral', null, 5]])
  })
})

describe('consent is asked for again', () => {
  const changed = (change: (each: Finalidad) => Finalidad) => decisionesPorRenovar(FINALIDADES, FINALIDADES.map(change))

  test.each([
    [
      'punctuation, case and order',
      (all: Finalidad[]) => [...all].reverse().map((each) => ({ ...each, texto: `  ${each.texto.toUpperCase()}.` })),
    ],
    ['a purpose that needs no consent', (all: Finalidad[]) => [...all.slice(1), finalidad('otra', null)]],
    ['nothing', (all: Finalidad[]) => all],
  ])('not when the change is of %s', (_title, change) => {
    expect(decisionesPorRenovar(FINALIDADES, change([...FINALIDADES]))).toEqual([])
  })

  test('for the choice whose purpose says something else, and for no other', () => {
    expect(changed((each) => (each.clave === 'cifras' ? { ...each, texto: 'Para vender cifras' } : each))).toEqual(['estadistica'])
  })

  test('for the choices that gained or lost a purpose', () => {
    expect(decisionesPorRenovar(FINALIDADES, [...FINALIDADES, finalidad('fotos', 'publicacion')])).toEqual(['publicacion'])
    expect(changed((each) => (each.clave === 'distintivo' ? { ...each, decision: 'tratamiento' } : each))).toEqual(['tratamiento', 'publicacion']) // prettier-ignore
  })

  test('always, when nobody told the purposes of one of both apart; never under the same aviso', () => {
    expect(decisionesPorRenovar(null, FINALIDADES)).toHaveLength(3)
    expect(porRenovarBajo({ id: 'a', finalidades: null }, { id: 'a', finalidades: null })).toEqual([])
  })

  test('and the purposes themselves tell the change', () => {
    const after = [...FINALIDADES.slice(1).map((each) => (each.clave === 'cifras' ? { ...each, detalle: 'Sin nombres' } : each)), finalidad('x', null)] // prettier-ignore
    expect(compararFinalidades(FINALIDADES, after).map(({ clase, antes, despues }) => [clase, (despues ?? antes)?.clave])).toEqual([
      ['cambiada', 'cifras'],
      ['agregada', 'x'],
      ['retirada', 'cuenta'],
    ])
  })
})

describe('the life of a version', () => {
  const READY: AvisoState = { estatus: 'borrador', faltas: 0, cambia: true, vigenteDesde: '2024-05-01', ultimaDesde: '2024-04-01' }

  test.each([
    ['lacks a part', { faltas: 1 }, /le falta/],
    ['changes nothing', { cambia: false }, /No cambia nada/],
    ['has no day', { vigenteDesde: null }, /desde qué día/],
    ['would be older than the one before', { vigenteDesde: '2024-03-31' }, /antes que la última/],
  ])('is not sent to the Comisión when it %s', (_title, change, reason) => {
    expect(razonesContraActoAviso({ ...READY, ...change }, 'enviar')).toEqual([expect.stringMatching(reason)])
  })

  test('goes through Comisión and Comité in their order, and a published one is final', () => {
    expect(razonesContraActoAviso(READY, 'enviar')).toEqual([])
    expect(razonesContraActoAviso({ ...READY, estatus: 'en_comision' }, 'aprobar_comite')).toHaveLength(1)
    expect(razonesContraActoAviso({ ...READY, estatus: 'en_comite' }, 'publicar')).toHaveLength(1)
    expect(razonesContraActoAviso({ ...READY, estatus: 'aprobado' }, 'publicar')).toEqual([])
    expect(razonesContraActoAviso({ ...READY, estatus: 'publicado' }, 'guardar')).toEqual([
      'Está publicado: una versión publicada no cambia.',
    ])
  })
})
