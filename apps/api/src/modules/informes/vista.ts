import {
  celdaEnTexto,
  SECCIONES_INFORME,
  type ClaseInforme,
  type ClaseVersion,
  type FilaInforme,
  type TablaInforme,
} from '@conoceles/domain'
import { toIso } from '../../shared/clock.ts'
import { advertenciasDelCorte } from './datos/vigencia.ts'
import type { InformeCorte } from './informe-corte.entity.ts'
import type { InformeEmision } from './informe-emision.entity.ts'
import type { InformeTexto } from './informe-texto.entity.ts'
import type { FilaInformeDto, InformeDetalleDto, InformeDto, SeccionInformeDto, TablaInformeDto } from './informes.dto.ts'
import type { CorteSinDatos } from './informes.queries.ts'
import type { TextoVotado } from './votado.ts'

/** An informe that the programme of work owes: its kind, and which of its entregables it is. */
export interface Identificado extends Omit<InformeDto, 'clase' | 'cortes' | 'ultimoCorteEn' | 'emisiones' | 'ultimaEmisionEn'> {
  clase: ClaseInforme
}

interface Filas {
  textos: ReadonlyMap<string, InformeTexto>
  cortes: readonly CorteSinDatos[]
  emisiones: readonly InformeEmision[]
  ultimo: InformeCorte | null
  /** Time of the proceso. */
  ahora: string
  /** Versions of the entregable by the hash of their file. */
  enviadas: ReadonlyMap<string, { numero: number; clase: ClaseVersion }>
  votado: TextoVotado | null
}

/** An informe as its page shows it. */
export function toDetalle(informe: Identificado, { textos, cortes, emisiones, ultimo, enviadas, votado, ahora }: Filas): InformeDetalleDto {
  const numeros = new Map(cortes.map(({ id, numero }) => [id, numero]))
  const [corte] = cortes
  const [emision] = emisiones
  return {
    ...informe,
    cortes: cortes.length,
    ultimoCorteEn: corte ? toIso(corte.tomadoEn) : null,
    emisiones: emisiones.length,
    ultimaEmisionEn: emision ? toIso(emision.emitidaEn) : null,
    porEmitir: toPorEmitir(votado),
    advertencias: toAdvertencias(ultimo, votado, ahora),
    secciones: SECCIONES_INFORME[informe.clase].map((seccion) => toSeccion(seccion, textos.get(seccion.clave))),
    listaCortes: cortes.map(({ numero, tomadoEn, cortePublico, sha256, folio }) => ({
      ...{ numero, cortePublico, sha256, folio },
      tomadoEn: toIso(tomadoEn),
    })),
    listaEmisiones: emisiones.map(({ numero, corteId, emitidaEn, huellas, folio }) => ({
      ...{ numero, huellas, folio },
      corte: numeros.get(corteId) ?? 0,
      emitidaEn: toIso(emitidaEn),
      version: enviadas.get(huellas.pdf) ?? null,
    })),
    tablas: (ultimo?.datos.tablas ?? []).map(toTabla),
    metodo: ultimo?.datos.metodo ?? [],
  }
}

/** An approved text keeps its corte, however old. */
function toAdvertencias(ultimo: InformeCorte | null, votado: TextoVotado | null, ahora: string): string[] {
  return ultimo && !votado ? advertenciasDelCorte(ultimo.datos, ahora) : []
}

function toPorEmitir(votado: TextoVotado | null): InformeDetalleDto['porEmitir'] {
  return votado?.porEmitir ? { version: votado.version, emision: votado.emision.numero } : null
}

export function toSeccion(seccion: (typeof SECCIONES_INFORME)['avance'][number], row: InformeTexto | undefined): SeccionInformeDto {
  return { ...seccion, version: row?.version ?? 0, texto: row?.texto ?? '', guardadoEn: row ? toIso(row.guardadoEn) : null }
}

function toTabla({ grafica: _grafica, filas, total, ...tabla }: TablaInforme): TablaInformeDto {
  const toFila = ({ clave, nombre, celdas }: FilaInforme): FilaInformeDto => ({
    clave,
    nombre,
    celdas: celdas.map((celda, at) => celdaEnTexto(celda, tabla.columnas[at]?.tipo ?? 'texto')),
  })
  return { ...tabla, filas: filas.map(toFila), total: total && toFila(total) }
}
