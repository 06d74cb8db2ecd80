import { Temporal } from 'temporal-polyfill'
import { edadEn, type CandidaturaIne, type GrupoPack, type RespuestasIne } from '@conoceles/domain'
import type { CandidaturaRow, DocumentoPublico, SeccionRow } from './ine.queries.ts'

export interface ProcesoIne {
  entidad: string
  jornada: string
  grupos: readonly GrupoPack[]
}

/** Everything that was captured, as it was: also a value outside the catalogue that came with a workbook. */
export function completa(
  row: CandidaturaRow,
  captured: { secciones: readonly SeccionRow[]; identidad: RespuestasIne },
  proceso: ProcesoIne,
): CandidaturaIne {
  const saved = new Set(captured.secciones.map(({ clave }) => clave))
  return {
    ...placeOf(row, proceso),
    partido: row.partido,
    nombre: row.nombre,
    calidad: row.calidad,
    sexo: row.sexo,
    edad: edadOf(row, proceso),
    curricular: Object.assign({}, ...captured.secciones.map(({ respuestas }) => respuestas ?? {})) as RespuestasIne,
    identidad: captured.identidad,
    capturada: (seccion) => saved.has(seccion),
  }
}

/**
 * Builds from the public record alone, but for the place and the folio, which are public facts of the registration. From identity it only
 * writes "Sí" to the question of a group whose badge the persona authorised. It never writes more detail, nor a badge of acción afirmativa.
 */
export function publica(row: CandidaturaRow, documento: DocumentoPublico, proceso: ProcesoIne): CandidaturaIne {
  const { secciones, distintivos } = documento
  const published = new Map(secciones.map(({ clave, estatus }) => [clave, estatus === 'publicada']))
  const campos = secciones.flatMap((seccion) => seccion.campos).filter(({ valor }) => valor !== null)
  const authorised = distintivos.filter(({ origen }) => origen === 'publicacion_autorizada').map(({ grupo }) => grupo)
  const preguntas = proceso.grupos.flatMap(({ clave, pregunta }) => (pregunta !== null && authorised.includes(clave) ? [pregunta] : []))
  return {
    ...placeOf(row, proceso),
    partido: documento.actorPolitico.nombre,
    nombre: documento.nombre,
    calidad: documento.calidad,
    sexo: documento.sexo,
    edad: documento.edad === null ? null : edadOf(row, proceso),
    curricular: Object.fromEntries(campos.map(({ clave, valor }) => [clave, valor])),
    identidad: Object.fromEntries(preguntas.map((pregunta) => [pregunta, 'Sí'])),
    capturada: (seccion) => published.get(seccion) ?? false,
  }
}

function placeOf(row: CandidaturaRow, { entidad }: ProcesoIne): Pick<CandidaturaIne, 'cargo' | 'entidad' | 'lugar' | 'folio'> {
  return {
    cargo: { nombre: row.cargo, principio: row.principio },
    entidad: row.entidad ?? entidad,
    lugar: { tipo: row.lugarTipo, clave: row.lugarClave, nombre: row.lugarNombre, cabecera: row.cabecera },
    folio: row.folio,
  }
}

/** On the day of the jornada. */
function edadOf({ fechaNacimiento, edadDeclarada }: CandidaturaRow, { jornada }: ProcesoIne): number | null {
  return fechaNacimiento === null ? edadDeclarada : edadEn(fechaNacimiento, Temporal.PlainDate.from(jornada))
}
