import type { EntityManager } from 'typeorm'
import {
  escribirIndice,
  isConfirmada,
  type CatalogosIndice,
  type ConsultaPack,
  type EstadisticaPack,
  type FilaIndice,
  type GrupoPack,
  type IdiomaPack,
  type Sourced,
} from '@conoceles/domain'
import { Proceso, type ProcesosService } from '../../proceso/index.ts'
import { canonical } from '../../../shared/criptografia/canonical.ts'
import type { CandidaturaDocument } from '../ficha/candidatura-document.ts'
import type { ListaPublica } from './lista-publica.queries.ts'

export const RUTA_INDICE = 'indice'

interface IndiceContext {
  proceso: string
  hoy: string
  grupos: readonly GrupoPack[]
  estadistica?: EstadisticaPack
  consulta?: ConsultaPack
}

/**
 * Resources with which citizens consult by themselves, by path: explanations of the pack, and the index in the order of `hoy`. Leaves the
 * index out where it would equal the public one.
 */
export async function buildConsultas(
  tx: EntityManager,
  procesos: ProcesosService,
  { hoy, lista }: { hoy: string; lista: ListaPublica },
): Promise<Record<string, object>> {
  // Read anew: `cargar --catalogos` may have added explanations since this process began.
  const { clave: proceso, catalogos } = await procesos.confirmado(tx, await tx.findOneByOrFail(Proceso, {}))
  const consulta = {
    consulta: explained(catalogos.consulta),
    'lectura-facil': easyOf(catalogos.consulta),
    mosaicos: { elementos: catalogos.mosaicos ?? [] },
    ...Object.fromEntries((catalogos.idiomas ?? []).map((each) => [`idiomas/${each.codigo}`, spokenIn(each)])),
  }
  const own = catalogosOf({ proceso, hoy, ...catalogos })
  const by = canonical(own)
  if (!lista.cambia && lista.indiceDe === by) return consulta
  lista.indiceDe = by
  return { [RUTA_INDICE]: buildIndice(lista.indice(), own), ...consulta }
}

/** Null while nobody confirmed it. */
export async function revisionAccesibilidad(tx: EntityManager, procesos: ProcesosService): Promise<string | null> {
  const { accesibilidad } = (await procesos.confirmado(tx)).catalogos.consulta ?? {}
  return accesibilidad && isConfirmada(accesibilidad.confianza) ? accesibilidad.revisada : null
}

/** The index of the whole proceso, for searching on the device. */
function buildIndice(filas: readonly FilaIndice[], catalogos: CatalogosIndice): object {
  return escribirIndice(filas, { ...catalogos, sorteo: filas.length > 0 ? catalogos.sorteo : null })
}

function catalogosOf({ proceso, hoy, grupos, estadistica, consulta }: IndiceContext): CatalogosIndice {
  const orden = consulta?.orden.clave ?? 'boleta'
  return {
    proceso,
    orden,
    sorteo: orden === 'sorteo_diario' ? hoy : null,
    edades: (estadistica?.edades.rangos ?? []).map(({ clave, nombre }) => ({ clave, nombre })),
    escolaridades: escolaridadOf({ estadistica, consulta })?.valores ?? [],
    grupos: grupos.map(({ clave, nombre }) => ({ clave, nombre })),
  }
}

/** The question whose answers filter the list, as the statistics count it. */
export function escolaridadOf({ estadistica, consulta }: Pick<IndiceContext, 'estadistica' | 'consulta'>) {
  return estadistica?.publicas.find(({ clave }) => clave === consulta?.escolaridad)
}

/**
 * Group under which the page says that she was registered, and not a badge that she authorised herself. Her own word stays on her page,
 * where she put it: nobody lists persons by it.
 */
export function accionAfirmativaDe({ accionAfirmativa, distintivos }: CandidaturaDocument): string | null {
  return accionAfirmativa?.clave ?? distintivos.find(({ origen }) => origen === 'accion_afirmativa')?.grupo ?? null
}

/** Explanations of the pack for citizens. */
function explained(consulta: ConsultaPack | undefined): object {
  const { orden = null, funciones = [], preguntas = [], votar = [] } = consulta ?? {}
  const own = orden && sinDudas(orden)
  return { orden: own, funciones: funciones.map(sinDudas), preguntas: preguntas.map(sinDudas), votar: votar.map(sinDudas) }
}

/** Citizens are told confirmed sources only; the others are notes for the institute. */
function sinDudas<T extends Sourced>(each: T): Omit<T, 'fuente'> & { fuente: string | null } {
  return { ...each, fuente: isConfirmada(each.confianza) ? each.fuente : null }
}

function easyOf(consulta: ConsultaPack | undefined): object {
  return { validacion: consulta?.lecturaFacil?.validacion ?? null, apartados: consulta?.lecturaFacil?.apartados ?? [] }
}

/** A language without where it is from, which is for the institute. */
function spokenIn({ codigo, nombre, sentido, mensajes, frases }: IdiomaPack): object {
  return { codigo, nombre, sentido, mensajes, frases }
}
