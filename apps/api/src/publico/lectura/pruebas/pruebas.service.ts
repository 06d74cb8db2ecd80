import type { Reader } from '../../../database/reader.ts'
import { createPublicKey, verify } from 'node:crypto'
import { parseJson } from '@conoceles/domain/typed'
import type { Arbol } from '../../../shared/criptografia/arbol.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { toIso } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { arbolDe, type RecursoListado } from '../../../shared/archivos/lista-corte.ts'
import type {
  AcusePublicoDto,
  CambiosCortesDto,
  CabezaFirmadaDto,
  CortePublicoDto,
  ListCabezasDto,
  ListCortesDto,
  ListLlavesDto,
  PruebaCorteDto,
  PruebaRecursoDto,
} from './pruebas.dto.ts'
import {
  findAcuse,
  findCorte,
  listCabezas,
  listCambios,
  listCortes,
  listLlaves,
  listRecursosOfCorte,
  type StoredCambio,
} from './pruebas.queries.ts'

interface CabeceraFirmada {
  recursos?: { raiz?: string }
}

/** Public resources of a corte, in the order in which they were signed. */
interface Lista {
  numero: number
  recursos: readonly RecursoListado[]
  arbol: Arbol
}

/** Proofs of what was public, and of what was received. Reads schema `publico` and nothing else. */
export class PruebasService {
  private reciente: Lista | null = null

  constructor(private readonly lector: Reader) {}

  async cortes(antes: number | null): Promise<ListCortesDto> {
    const rows = await listCortes(this.lector, antes)
    return { elementos: rows.map(({ numero, en, sha256: hash }) => ({ numero, en: toIso(en), sha256: hash })) }
  }

  async corte(numero: number): Promise<CortePublicoDto> {
    const firmado = await this.firmado(numero)
    return { ...firmado, recursos: await listRecursosOfCorte(this.lector, numero) }
  }

  /** Signed entries of the page and the data of a candidatura, to be checked without the whole list. */
  async candidatura(numero: number, id: string): Promise<PruebaCorteDto> {
    const firmado = await this.firmado(numero)
    // The first cortes signed no tree.
    if (firmado.cabecera.recursos?.raiz === undefined) throw new AppError('ruta.no_existe')
    const lista = await this.lista(numero)
    return { ...firmado, pruebas: [`paginas/candidaturas/${id}`, `candidaturas/${id}`].map((ruta) => probar(lista, ruta)) }
  }

  /** Candidaturas to ask for again, and those to delete, for a copy made at corte `desde`; 0: there is no copy. */
  async cambios(desde: number, hasta: number): Promise<CambiosCortesDto> {
    if (desde > hasta)
      throw new AppError('entrada.invalida', { errors: [{ field: 'hasta', reasons: ['Debe ser el mismo corte o uno posterior.'] }] })
    for (const numero of [desde, hasta]) if (numero > 0) await this.firmado(numero)
    const rows = await listCambios(this.lector, desde, hasta)
    const only = (test: (row: StoredCambio) => boolean) => rows.filter(test).map(({ id }) => id)
    return {
      desde,
      hasta,
      agregadas: only(({ antes }) => antes === null),
      cambiadas: only(({ antes, despues }) => antes !== null && despues !== null),
      retiradas: only(({ despues }) => despues === null),
    }
  }

  async cabezas(antes: number | null): Promise<ListCabezasDto> {
    const rows = await listCabezas(this.lector, antes)
    return { elementos: rows.map(({ cabecera, firma, llave }) => ({ cabecera: parseJson<CabezaFirmadaDto>(cabecera), firma, llave })) }
  }

  async llaves(): Promise<ListLlavesDto> {
    const stored = await listLlaves(this.lector)
    const elementos = stored.map(({ spki, desde, hasta, ...llave }) => ({
      ...llave,
      llave: spki,
      huella: sha256(Buffer.from(spki, 'base64')),
      desde: desde && toIso(desde),
      hasta: hasta && toIso(hasta),
    }))
    return { elementos }
  }

  /** Anybody may check that something was received, when, and that nobody changed it since; the content is not here. */
  async acuse(folio: string): Promise<AcusePublicoDto> {
    const acuse = await findAcuse(this.lector, folio.trim().toUpperCase())
    if (!acuse) throw new AppError('ruta.no_existe')
    const signed = { folio: acuse.folio, acto: acuse.acto, sha256: acuse.sha256, recibidoEn: toIso(acuse.recibidoEn) }
    const llave = (await listLlaves(this.lector)).find(({ id }) => id === acuse.llave)
    const key = llave && createPublicKey({ key: Buffer.from(llave.spki, 'base64'), format: 'der', type: 'spki' })
    const valido = key !== undefined && verify(null, Buffer.from(canonical(signed)), key, Buffer.from(acuse.firma, 'base64'))
    return { ...signed, firma: acuse.firma, llave: acuse.llave, valido }
  }

  private async firmado(numero: number): Promise<{ cabecera: CabeceraFirmada; firma: string; llave: string }> {
    const corte = await findCorte(this.lector, numero)
    if (!corte) throw new AppError('ruta.no_existe')
    return { cabecera: parseJson<CabeceraFirmada>(corte.cabecera), firma: corte.firma, llave: corte.llave }
  }

  /** Keeps the last list: readers of the code on a printed page ask for the same corte. */
  private async lista(numero: number): Promise<Lista> {
    if (this.reciente?.numero !== numero) {
      const recursos = await listRecursosOfCorte(this.lector, numero)
      this.reciente = { numero, recursos, arbol: arbolDe(recursos) }
    }
    return this.reciente
  }
}

/** The entry of a path; of one that is not in the list the entries between which it would stand. */
function probar({ recursos, arbol }: Lista, ruta: string): PruebaRecursoDto {
  const next = placeOf(recursos, ruta)
  const found = recursos[next]?.ruta === ruta ? [next] : [next - 1, next]
  const entradas = found.flatMap((indice) => {
    const recurso = recursos[indice]
    return recurso ? [{ ...recurso, indice, camino: arbol.camino(indice) }] : []
  })
  return { ruta, entradas }
}

/** The first place of which the path is not before the one that is asked for. */
function placeOf(recursos: readonly RecursoListado[], ruta: string): number {
  let [from, to] = [0, recursos.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((recursos[middle]?.ruta ?? '') < ruta) from = middle + 1
    else to = middle
  }
  return from
}
