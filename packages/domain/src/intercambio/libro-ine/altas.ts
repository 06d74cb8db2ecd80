import { leerDistrito, mayusculas, noAplica } from './celdas.ts'
import {
  indexCatalogoIne,
  type ActorIne,
  type CargoCatalogoIne,
  type CatalogoIne,
  type ContiendaIne,
  type DemarcacionIne,
} from './catalogo.ts'
import type { FilaIne } from './fila.ts'
import type { TipoDemarcacion } from '../../proceso/catalogo.ts'
import { plainKey } from '../../base/text.ts'

/** Things that a workbook names and the proceso does not have. */
export interface NuevasIne {
  demarcaciones: DemarcacionIne[]
  /** `lugares`: the most fórmulas that one actor político has there in the workbook. */
  contiendas: (ContiendaIne & { lugares: number })[]
  actores: ActorIne[]
}

export interface LugarResuelto {
  cargo: CargoCatalogoIne
  demarcacion: DemarcacionIne
  contienda: ContiendaIne
}

/** Finds the things that rows name, or makes each once; the same workbook on the same proceso makes the same. */
export class AltasIne {
  readonly indice
  private readonly demarcaciones = new Map<string, DemarcacionIne>()
  private readonly contiendas = new Map<string, ContiendaIne>()
  private readonly actores = new Map<string, ActorIne>()
  private readonly clavesActores: Set<string>

  constructor(catalogo: CatalogoIne) {
    this.indice = indexCatalogoIne(catalogo)
    this.clavesActores = new Set(catalogo.actores.map(({ clave }) => clave))
  }

  /** Null when the row does not say where. */
  lugar(fila: FilaIne, cargo: CargoCatalogoIne): LugarResuelto | null {
    const demarcacion = this.demarcacion(fila, cargo)
    if (!demarcacion) return null
    const clave = `${cargo.clave}-${demarcacion.clave}`
    const contienda =
      this.indice.contienda(cargo.clave, demarcacion.clave) ??
      once(this.contiendas, clave, () => ({ clave, cargo: cargo.clave, demarcacion: demarcacion.clave }))
    return { cargo, demarcacion, contienda }
  }

  /** Null when two of the proceso answer to that name. The source may call all independents alike: then each fórmula has its own. */
  actor({ partido, folio }: Pick<FilaIne, 'partido' | 'folio'>): ActorIne | null {
    const generic = INDEPENDIENTES.test(plainKey(partido))
    const [known, other] = generic ? [] : this.indice.actores(partido)
    if (known) return other ? null : known
    const key = `${plainKey(partido)}|${generic ? folio : ''}`
    return once(this.actores, key, () => ({
      clave: this.claveActor(generic ? `IND-${folio}` : partido),
      nombre: partido,
      tipo: tipoDeActor(partido),
    }))
  }

  /** New things that these rows use. */
  nuevas(usadas: readonly { contienda: string; actor: string; numero: number }[]): NuevasIne {
    const lugares = new Map<string, number>()
    for (const { contienda, numero } of usadas) lugares.set(contienda, Math.max(lugares.get(contienda) ?? 1, numero))
    const actores = new Set(usadas.map(({ actor }) => actor))
    const contiendas = [...this.contiendas.values()].filter(({ clave }) => lugares.has(clave))
    const places = new Set(contiendas.map(({ demarcacion }) => demarcacion))
    return {
      demarcaciones: [...this.demarcaciones.values()].filter(({ clave }) => places.has(clave)),
      contiendas: contiendas.map((contienda) => ({ ...contienda, lugares: lugares.get(contienda.clave) ?? 1 })),
      actores: [...this.actores.values()].filter(({ clave }) => actores.has(clave)),
    }
  }

  private demarcacion({ celdas }: FilaIne, cargo: CargoCatalogoIne): DemarcacionIne | null {
    const tipo = cargo.demarcacion ?? tipoDeLugar(celdas)
    const cell = cellOf(celdas, tipo)
    if (tipo !== 'entidad' && noAplica(cell)) return null
    const entidad = this.indice.entidadAjena(celdas.entidad)
    const known = this.indice.demarcacion({ tipo, entidad, cell })
    if (known) return known
    const made = nuevaDemarcacion({ tipo, entidad, cell, nombreEntidad: celdas.entidad })
    return once(this.demarcaciones, made.clave, () => made)
  }

  private claveActor(nombre: string): string {
    const base = slug(nombre).toUpperCase().slice(0, MAX_CLAVE)
    let clave = base
    for (let turn = 2; this.clavesActores.has(clave); turn += 1) clave = `${base}-${turn}`
    this.clavesActores.add(clave)
    return clave
  }
}

const MAX_CLAVE = 60
const INDEPENDIENTES = /^(candidat[oa]s?|candidaturas?) independientes?$/

function once<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key) ?? make()
  made.set(key, known)
  return known
}

/** Kind of an actor by the words of its name; the workbook does not tell whether another name is of a party or of an alianza. */
function tipoDeActor(nombre: string): ActorIne['tipo'] {
  const key = plainKey(nombre)
  if (/\bindependiente\b/.test(key)) return 'independiente'
  return /\b(coalicion|alianza por|candidatura comun)\b/.test(key) ? 'alianza' : 'partido'
}

function tipoDeLugar({ distrito, municipio }: FilaIne['celdas']): TipoDemarcacion {
  if (!noAplica(distrito)) return 'distrito'
  return noAplica(municipio) ? 'entidad' : 'municipio'
}

/** The cell that names the place of a kind. */
export function cellOf(celdas: FilaIne['celdas'], tipo: TipoDemarcacion): string {
  if (tipo === 'entidad') return celdas.entidad
  return tipo === 'distrito' ? celdas.distrito : celdas.municipio
}

interface Named {
  tipo: TipoDemarcacion
  entidad: string | null
  cell: string
  nombreEntidad: string
}

function nuevaDemarcacion({ tipo, entidad, cell, nombreEntidad }: Named): DemarcacionIne {
  const prefix = entidad === null ? '' : `${slug(entidad)}-`
  if (tipo === 'entidad') return { clave: slug(entidad ?? nombreEntidad), tipo, nombre: mayusculas(nombreEntidad), cabecera: null, entidad }
  if (tipo !== 'distrito')
    return { clave: `${prefix}${tipo.slice(0, 1)}-${slug(cell)}`, tipo, nombre: mayusculas(cell), cabecera: null, entidad }
  const { numero, cabecera } = leerDistrito(cell)
  if (numero === null) return { clave: `${prefix}d-${slug(cell)}`, tipo, nombre: mayusculas(cell), cabecera: null, entidad }
  const clave = `${prefix}D${String(numero).padStart(2, '0')}`
  const nombre = cabecera === null ? `Distrito ${numero}` : `Distrito ${numero}, ${mayusculas(cabecera)}`
  return { clave, tipo, nombre, cabecera: cabecera === null ? null : mayusculas(cabecera), entidad }
}

/** Text for a clave: ASCII, small letters, hyphens. */
export function slug(text: string): string {
  return (
    plainKey(text)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'sin-nombre'
  )
}
