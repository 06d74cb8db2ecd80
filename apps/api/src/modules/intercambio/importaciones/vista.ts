import { COLUMNAS_CON_CATALOGO, COLUMNAS_FIJAS, COLUMNAS_IMPORTACION, COLUMNAS_OPCIONALES } from '@conoceles/domain'
import { isOneOf } from '@conoceles/domain/typed'
import { toIso } from '../../../shared/clock.ts'
import type { ImportacionFila } from './importacion-fila.entity.ts'
import type { Importacion } from './importacion.entity.ts'
import type { FilaImportacionDto, ImportacionDto, ImportacionListadaDto } from './importaciones.dto.ts'
import { placeOfFila } from './formato.ts'
import { toCeldas } from './revision/leer.ts'

const SHOWN = 500

export function toDto(
  row: Importacion,
  {
    razonesDeshacer,
    datosBloqueados,
    admiteOtrasEntidades,
  }: Pick<ImportacionDto, 'razonesDeshacer' | 'datosBloqueados' | 'admiteOtrasEntidades'>,
): ImportacionDto {
  return {
    ...toListed(row),
    encabezados: toEncabezados(row),
    columnas: COLUMNAS_IMPORTACION.map((clave) => ({
      clave,
      necesaria: !COLUMNAS_OPCIONALES.includes(clave),
      fija: isOneOf<string>(COLUMNAS_FIJAS, clave),
    })),
    lectura: row.lectura && { hoja: row.lectura.hoja, encabezado: row.lectura.encabezado },
    fijos: row.fijos,
    valores: COLUMNAS_CON_CATALOGO.flatMap((columna) =>
      Object.entries(row.valores[columna] ?? {}).map(([escrito, clave]) => ({ columna, escrito, clave })),
    ),
    tratamiento: row.tratamiento,
    hallazgos: row.hallazgos,
    admiteOtrasEntidades,
    crea: row.adiciones.slice(0, SHOWN),
    avisos: row.avisos,
    acuse: row.acuse as ImportacionDto['acuse'],
    puedeDeshacer: row.estatus === 'confirmada' && razonesDeshacer.length === 0,
    razonesDeshacer,
    datosBloqueados,
  }
}

export function toListed(row: Importacion): ImportacionListadaDto {
  const { id, archivo, sha256, bytes, formato, fuente, estatus, falla, resumen, hechas, total } = row
  const avance = hechas === null || total === null ? null : { hechas, total }
  const when = { creadaEn: toIso(row.creadaEn), cerradaEn: toIso(row.cerradaEn) }
  return { id, archivo, sha256, bytes, formato, fuente, estatus, falla, resumen, avance, ...when }
}

export function toFilaDto(row: ImportacionFila, hojas: readonly string[]): FilaImportacionDto {
  const { veredicto, clave, nombre, cambios, errores, advertencias, hallazgos } = row
  const { correcciones } = row
  const celdas = row.celdas === null ? {} : { ...toCeldas(row.celdas), ...correcciones }
  const verdict = { veredicto: veredicto ?? 'igual', clave, nombre, cambios, errores, advertencias, hallazgos } as const
  return { ...placeOfFila(row.fila, hojas), ...verdict, celdas, correcciones }
}

function toEncabezados({ encabezados, asignacion }: Importacion): ImportacionDto['encabezados'] {
  const columnas = new Map(COLUMNAS_IMPORTACION.map((columna) => [asignacion?.[columna], columna]))
  return (encabezados ?? []).map(({ titulo, ejemplos }) => ({ titulo, ejemplos, columna: columnas.get(titulo) ?? null }))
}
