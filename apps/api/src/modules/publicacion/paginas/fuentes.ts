import { randomBytes } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { OrdenPresentacion } from '@conoceles/domain'
import { parseJson } from '@conoceles/domain/typed'
import { RUTA_INDICE, type MundoPublico } from '../index.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { fuenteContienda, LISTA, MARCO } from './mapa.ts'
import { marcoDe } from './marco.ts'
import { readContiendas, readTextos } from './paginas.queries.ts'

interface Corte {
  numero: number
  en: string
}

interface FuentesParts extends MundoPublico {
  tx: EntityManager
  corte: Corte
  listas: LectorListas
}

/** Facts of the index besides its rows. */
interface Indice {
  proceso: string
  orden: OrdenPresentacion
  sorteo: string | null
  temas?: { valores: string[] }
  corte: Corte
}

type Orden = Omit<Indice, 'corte' | 'temas'>

interface Contiendas {
  elementos: { clave: string }[]
}

/** Reads lists in the order of the day, as they stand in this transaction. */
export interface LectorListas {
  /** The first part of the public list. */
  primeras(tx: EntityManager, orden: Orden): Promise<object>
  /** All of each contienda, by clave. */
  contiendas(tx: EntityManager, orden: Orden, claves: readonly string[]): Promise<ReadonlyMap<string, object>>
}

/** Sources of the pages in one corte: the public data, and the answers that no resource holds. */
export class Fuentes {
  private constructor(
    private readonly parts: FuentesParts & { orden: Orden },
    /** Those that no resource holds, by the name under which a page knows them. */
    private readonly own: ReadonlyMap<string, { huella: string; texto: string | null }>,
    readonly contiendas: readonly string[],
  ) {}

  static async open(parts: FuentesParts): Promise<Fuentes> {
    const { tx } = parts
    const textos = await readTextos(tx, ['proceso', 'contiendas', RUTA_INDICE])
    const marco = marcoDe(parseJson<Parameters<typeof marcoDe>[0]>(textos.get('proceso') ?? '{}'))
    // The page says the corte of the index, of which the visor makes the same list.
    const { corte, proceso, orden: clave, sorteo, temas } = parseJson<Indice>(textos.get(RUTA_INDICE) ?? '{}')
    const orden = { proceso, orden: clave, sorteo }
    const lista = { ...(await parts.listas.primeras(tx, orden)), corte, ...(temas && { temas: temas.valores }) }
    const claves = parseJson<Contiendas>(textos.get('contiendas') ?? '{"elementos":[]}').elementos.map(({ clave }) => clave)
    const contiendas = await parts.lista.contiendas(claves, (missing) => readContiendas(tx, missing))
    const own = new Map<string, { huella: string; texto: string | null }>([
      [MARCO, { huella: sha256(canonical(marco)), texto: JSON.stringify(marco) }],
      [LISTA, { huella: sha256(canonical(lista)), texto: salted(lista) }],
      ...[...contiendas].map(([clave, huella]): [string, { huella: string; texto: null }] => [
        fuenteContienda(clave),
        { huella: sha256(canonical([huella, sorteo])), texto: null },
      ]),
    ])
    return new Fuentes({ ...parts, orden }, own, [...contiendas.keys()])
  }

  huella(fuente: string): string | null {
    return this.own.get(fuente)?.huella ?? this.parts.vigentes.huella(fuente)
  }

  /** Whether a source differs, or may differ, from the one of the newest corte's pages. */
  cambia(fuente: string): boolean {
    const { vigentes } = this.parts
    const own = this.own.get(fuente)
    return vigentes.fuentes === null || (own ? vigentes.fuentes.get(fuente) !== own.huella : vigentes.cambiadas.has(fuente))
  }

  /** From here on the pages are made of this. */
  keep(): void {
    this.parts.vigentes.fuentes = new Map([...this.own].map(([fuente, { huella }]) => [fuente, huella]))
  }

  /** JSON texts by name. */
  async textos(fuentes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { tx, corte, orden, listas } = this.parts
    const known = fuentes.flatMap((fuente) => {
      const texto = this.own.get(fuente)?.texto
      return texto ? [[fuente, texto] as const] : []
    })
    const claves = this.contiendas.filter((clave) => fuentes.includes(fuenteContienda(clave)))
    const contiendas = [...(await listas.contiendas(tx, orden, claves))].map(
      ([clave, lista]) => [fuenteContienda(clave), salted({ ...lista, corte })] as const,
    )
    const stored = await readTextos(
      tx,
      fuentes.filter((fuente) => !this.own.has(fuente)),
    )
    return new Map([...stored, ...known, ...contiendas])
  }
}

/** A list has a salt of its own, so that the hash of a withdrawn page tells nothing of the people on it. */
function salted(lista: object): string {
  return JSON.stringify({ ...lista, sal: randomBytes(16).toString('hex') })
}
