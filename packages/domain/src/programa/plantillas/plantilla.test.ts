import { declarada, DOCUMENTOS_PLANTILLA } from './declaradas.ts'
import {
  camposDePlantilla,
  cleanParagraphs,
  escrita,
  faltasDePlantilla,
  faltasDePlantillas,
  llenarPlantilla,
  parrafosDe,
  plantillaDelPaquete,
} from './plantilla.ts'
import { pack } from '../../../../../tests/support/paquete.ts'

const { partes } = pack.plantillas.convocatoria

describe('a text with fields', () => {
  it('is filled once, with texts that are never read as fields or patterns', () => {
    const campos = { instituto: 'Instituto', entregables: 'el «Plan», {proceso} y $& más', proceso: 'P' }
    expect(llenarPlantilla('Del {instituto}: {entregables}.', campos)).toBe('Del Instituto: el «Plan», {proceso} y $& más.')
  })

  it('keeps in sight a field that nobody knows', () => {
    expect(llenarPlantilla('{nadie} y {instituto}', { instituto: 'Instituto' })).toBe('{nadie} y Instituto')
    expect(camposDePlantilla('{nadie} y {instituto}')).toEqual(['nadie', 'instituto'])
  })

  it('is kept paragraph by paragraph, and a paragraph whose fields are blank is not printed', () => {
    expect(cleanParagraphs('  Uno\ny   medio. \r\n \r\n\n{nada}\n\nTres. ')).toBe('Uno y medio.\n\n{nada}\n\nTres.')
    expect(parrafosDe(llenarPlantilla('Uno.\n\n{nada}\n\nTres.', { nada: '' }))).toEqual(['Uno.', 'Tres.'])
  })
})

describe('the sentences of a document', () => {
  it('say each fault under its part: a field that is none, a loose brace, a missing field, a blank', () => {
    const broken = { ...partes, asunto: 'A la {sesion} {nadie}', apertura: 'El {dia}{hora} {lugar', documentos: '', cierre: '' }
    expect(faltasDePlantilla('convocatoria', broken)).toEqual([
      { parte: 'asunto', texto: 'El campo {nadie} no existe en este documento.' },
      { parte: 'apertura', texto: 'Hay una llave sin su pareja: «{lugar».' },
      { parte: 'apertura', texto: 'Falta {sesion}.' },
      { parte: 'apertura', texto: 'Falta {lugar}.' },
      { parte: 'documentos', texto: 'Escriba el texto: esta parte no puede quedar vacía.' },
    ])
    expect(faltasDePlantilla('convocatoria', { ...partes, otra: 'x' })).toEqual([
      { parte: 'otra', texto: 'Este documento no tiene esa parte.' },
    ])
    expect(faltasDePlantilla('orden_del_dia', { ...pack.plantillas.orden_del_dia.partes, titulo: 'Orden\n\ndel día' })).toEqual([
      { parte: 'titulo', texto: 'Va en un solo renglón.' },
    ])
  })

  it('hold with the examples of their fields: none is left in sight', () => {
    for (const documento of DOCUMENTOS_PLANTILLA) {
      const { campos } = declarada(documento)
      const examples = Object.fromEntries(Object.entries(campos).map(([campo, { ejemplo }]) => [campo, ejemplo]))
      const texts = Object.values(plantillaDelPaquete(documento, pack).textos).map((texto) => llenarPlantilla(texto, examples))
      expect(texts.filter((texto) => /[{}]/.test(texto))).toEqual([])
    }
  })

  it('are told with their file when the pack is at fault', () => {
    const { requerimiento: _gone, ...rest } = pack.plantillas
    const broken = { oficio: { asunto: 'Nada', parrafos: ['{entregables}'] }, plantillas: { ...rest, convocatoria: { ...rest.convocatoria, partes: { ...partes, apertura: '{sesion' } } } } // prettier-ignore
    expect(faltasDePlantillas(broken as unknown as typeof pack)).toEqual([
      'oficio.json, asunto: Falta {documentos} o {entregables} o {actividades}.',
      'plantillas.json, convocatoria, apertura: Hay una llave sin su pareja: «{sesion».',
      ...['sesion', 'dia', 'hora', 'lugar'].map((campo) => `plantillas.json, convocatoria, apertura: Falta {${campo}}.`),
      'plantillas.json: falta requerimiento.',
    ])
    expect(faltasDePlantillas(pack)).toEqual([])
  })

  it('are printed with the fields of the document', () => {
    const campos = { observaciones: '3 observaciones', fundamento: '', efectos: '', dia: '', hora: '', plazo: '', vencimiento: '', consola: '', instituto: '' } // prettier-ignore
    expect(escrita(plantillaDelPaquete('requerimiento', pack), 'asunto', campos)).toBe(
      'Se requiere atender 3 observaciones a la captura de sus candidaturas.',
    )
  })
})
