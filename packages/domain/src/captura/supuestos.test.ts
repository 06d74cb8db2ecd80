import {
  esSubsanable,
  fundamentoConfirmado,
  objetoDe,
  razonesContraSupuesto,
  razonesContraSupuestoDeFormato,
  type CatalogoSupuesto,
  type SupuestoPack,
} from './supuestos.ts'

const SOURCED = { fuente: 'Una prueba', confianza: 'alta' } as const
const supuesto = (clave: string, more: Partial<CatalogoSupuesto> = {}): SupuestoPack => ({
  ...{ clave, texto: `Supuesto ${clave}`, publico: 'Se revisa', ...SOURCED },
  catalogo: {
    ...{ objeto: 'seccion', nivel: 'contenido', hallazgo: 'Algo que se halló.', comoSubsanar: 'Quite lo que sobra.' },
    ...{ fundamento: { articulo: 'Artículo 7', ...SOURCED }, ...more },
  },
})
const DE_ANTES: SupuestoPack = { clave: 'viejo', texto: 'De antes', publico: 'Se revisa', ...SOURCED }
const LISTA = [supuesto('texto'), supuesto('todo', { objeto: 'general' }), supuesto('foto', { objeto: 'fotografia' }), supuesto('firma', { objeto: 'consentimiento' }), DE_ANTES] // prettier-ignore

describe('the ground of an observación', () => {
  const against = (clave: string, objeto: 'seccion' | 'fotografia', cuestionario = 'curricular') =>
    razonesContraSupuesto(LISTA, { supuesto: clave, objeto, cuestionario })

  it('fits what is observed, and the list is closed', () => {
    expect(['texto', 'todo', 'viejo'].flatMap((clave) => against(clave, 'seccion'))).toEqual([])
    expect(['foto', 'todo', 'viejo'].flatMap((clave) => against(clave, 'fotografia'))).toEqual([])
    expect(against('foto', 'seccion')).toEqual(['El supuesto «Supuesto foto» no es para una sección.'])
    expect(against('texto', 'fotografia')).toEqual(['El supuesto «Supuesto texto» no es para la fotografía.'])
    expect(against('firma', 'seccion')).toEqual(['El supuesto «Supuesto firma» no es para una sección.'])
    expect([against('otro', 'seccion'), against('', 'seccion')]).toEqual(Array(2).fill(['El supuesto no está en la lista.']))
    expect(against('foto', 'fotografia', 'identidad')).toEqual(['La fotografía se observa en una sección del cuestionario curricular.'])
  })

  it('of a list from before there was a catalogue is for anything, and can be mended', () => {
    expect([objetoDe(DE_ANTES), esSubsanable(DE_ANTES), fundamentoConfirmado(DE_ANTES)]).toEqual(['general', true, null])
  })

  it('without a way to mend it cannot be mended; an article that nobody confirmed is not printed', () => {
    expect([supuesto('a'), supuesto('b', { comoSubsanar: null })].map(esSubsanable)).toEqual([true, false])
    const dudoso = { articulo: 'Artículo 9', fuente: 'Una prueba', confianza: 'por_confirmar' } as const
    expect([supuesto('a'), supuesto('b', { fundamento: dudoso })].map(fundamentoConfirmado)).toEqual(['Artículo 7', null])
  })
})

describe('the ground of a refused consent form', () => {
  it('is one of those for a form, and none is asked for where the list has none', () => {
    expect(razonesContraSupuestoDeFormato(LISTA, 'firma')).toEqual([])
    for (const clave of [null, 'texto', 'todo', 'viejo', 'inventado'])
      expect(razonesContraSupuestoDeFormato(LISTA, clave)).toEqual(['Elija por qué se rechaza, de la lista.'])
    expect(razonesContraSupuestoDeFormato([DE_ANTES], null)).toEqual([])
    expect(razonesContraSupuestoDeFormato([DE_ANTES], 'viejo')).toHaveLength(1)
  })
})
