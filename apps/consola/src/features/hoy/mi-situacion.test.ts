import type { Candidatura, Captura } from '../../api-types.ts'
import { caminoDe, observadoDe, pasoDe, textoDe } from './mi-situacion.ts'

describe('her place on the way to the public', () => {
  it.each([
    ['sin_captura', 'usted'],
    ['en_captura', 'usted'],
    ['observada', 'usted'],
    ['en_correccion', 'usted'],
    ['completa', 'actor'],
    ['validada', 'instituto'],
    ['verificada', 'publica'],
  ] as const)('a captura in «%s» waits for: %s', (estatusCaptura, paso) => {
    expect(pasoDe({ estatusCaptura })).toBe(paso)
  })

  it.each([
    [true, 'done'],
    [false, 'current'],
  ])('its last step where publication has begun (%s) is %s', (publicada, state) => {
    expect(caminoDe(hers({ estatusCaptura: 'verificada', publicada }), 'IEVC').at(-1)?.state).toBe(state)
  })
})

describe('what the institute observed', () => {
  it.each([
    ['observada', false],
    ['en_captura', false],
    ['completa', true],
    ['validada', true],
  ] as const)('a section in «%s» is attended: %s', (estatus, atendida) => {
    expect(observadoDe(observed(estatus))).toEqual([expect.objectContaining({ seccion: 'curricular/oficio', atendida })])
  })
})

describe('her page says who acts now', () => {
  it.each([
    ['completa', null, 'mia.texto.completa'],
    ['completa', '2030-05-01T00:00:00Z', 'mia.texto.terminada'],
    ['validada', null, 'mia.texto.validada'],
  ] as const)('with nothing observed, in «%s», told at %s: %s', (estatusCaptura, terminadaEn, texto) => {
    expect(textoDe(hers({ estatusCaptura, terminadaEn }), [])).toBe(texto)
  })

  it.each([
    ['completa', null, 'mia.texto.corregida'],
    ['completa', '2030-05-01T00:00:00Z', 'mia.texto.corregida'],
    ['completa', '2030-05-03T00:00:00Z', 'mia.texto.terminada'],
    ['validada', null, 'mia.texto.corregidaEnviada'],
  ] as const)('after she corrected, in «%s», told at %s: %s', (estatusCaptura, terminadaEn, texto) => {
    expect(textoDe(hers({ estatusCaptura, terminadaEn }), observadoDe(observed('completa')))).toBe(texto)
  })

  it.each([
    [true, 'mia.texto.verificada'],
    [false, 'mia.texto.porPublicar'],
  ])('once verified, with a public page: %s', (publicada, texto) => {
    expect(textoDe(hers({ estatusCaptura: 'verificada', publicada }), [])).toBe(texto)
  })
})

function hers(of: Partial<Candidatura>): Candidatura {
  const actorPolitico = { clave: 'ola', nombre: 'Partido de la Ola', tipo: 'partido' }
  return { estatusCaptura: 'sin_captura', terminadaEn: null, publicada: false, actorPolitico, ...of } as Candidatura
}

function observed(estatus: string): Captura {
  const observacion = { id: 'o', texto: 'Falta el año', venceEn: null, creadaEn: '2030-05-02T00:00:00Z', cierre: null }
  const seccion = { cuestionario: 'curricular', clave: 'oficio', titulo: 'Oficio', estatus, observaciones: [observacion] }
  return { secciones: [seccion] } as unknown as Captura
}
