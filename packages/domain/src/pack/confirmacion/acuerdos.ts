import type { Sourced } from '../../base/sourced.ts'
import type { CatalogosConFuente, DatoConFuente } from './dato.ts'

/** Paragraphs of the proyectos de acuerdo. The text of a gap says what is missing: it is no value to confirm. */
export function datosDeAcuerdos({ acuerdos }: CatalogosConFuente): DatoConFuente[] {
  if (!acuerdos) return []
  const { numeracion, antecedentes, considerandos, marco, decisiones, puntos } = acuerdos
  return [
    { ...toHueco('numeracion', numeracion, 'Forma del número'), campo: 'patron' },
    ...[...antecedentes.entries()].map(([at, each]) => toHueco(`antecedentes.${at + 1}`, each, each.texto)),
    ...[...considerandos.entries()].map(([at, each]) => toHueco(`considerandos.${at + 1}`, each, each.texto)),
    ...[...marco.entries()].map(([at, each]) => toHueco(`marco.${at + 1}`, each, each.texto)),
    ...decisiones.map((each) => ({ ...toHueco(`decisiones.${each.actividad}`, each, `${each.actividad}. ${each.punto}`), campo: 'punto' })),
    ...[...puntos.entries()].map(([at, each]) => toHueco(`puntos.${at + 1}`, each, each.texto)),
  ]
}

function toHueco(place: string, origen: Sourced, falta: string): DatoConFuente {
  const { fuente: _fuente, confianza: _confianza, ...own } = origen
  const dato = `Proyectos de acuerdo: ${falta}`
  return { clave: `acuerdos.${place}`, materia: 'documentos', dato, valor: null, pagina: null, origen, cotejo: own, campo: 'texto' }
}
