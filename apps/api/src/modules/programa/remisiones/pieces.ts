import { ArrayOverlap, type EntityManager } from 'typeorm'
import { documentoPiece } from '../../registro/index.ts'
import { canonical } from '../../../shared/criptografia/canonical.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { porTandas, type PorImprimir } from '../../../shared/documentos/por-tandas.ts'
import { pathPart, type Contributor, type Piece } from '../../../shared/pieces.ts'
import { toOficio, type PapelOficio } from './oficio.ts'
import { Remision } from './remision.entity.ts'
import type { RemisionDto } from './remisiones.dto.ts'
import type { RemisionesService } from './remisiones.service.ts'

interface Parts {
  remisiones: RemisionesService
  documentos: Documentos
}

/** Each remisión that touches these entregables: its record, its oficio, its attachments and its acuse. */
export function remisionesPieces({ remisiones, documentos }: Parts): Contributor {
  return async (tx: EntityManager, entregables: readonly string[]) => {
    const papel = await remisiones.papel(tx)
    const rows = await tx.find(Remision, { where: { entregables: ArrayOverlap([...entregables]) }, order: { fecha: 'ASC', id: 'ASC' } })
    const pieces: Piece[] = []
    const papeles: PorImprimir[] = []
    for (const row of rows) {
      const remision = await remisiones.describe(tx, row)
      pieces.push(...keptPieces(remision))
      // A signed oficio is the one that went out: the paper that the system would print says no more.
      if (!remision.envio?.oficio) papeles.push(oficioOf(remision, papel))
    }
    return [...pieces, ...porTandas(documentos, papeles)]
  }
}

function carpetaDe({ numero, id }: RemisionDto): string {
  return `remisiones/${pathPart(numero)}-${id.slice(0, 8)}`
}

function commonOf({ id, entregables }: RemisionDto): Pick<Piece, 'entregables' | 'objeto'> {
  return { entregables: entregables.map(({ clave }) => clave), objeto: { tipo: 'remision', id } }
}

function oficioOf(remision: RemisionDto, papel: PapelOficio): PorImprimir {
  const titulo = `Oficio ${remision.numero}, como lo imprime el sistema`
  return {
    piece: { ...commonOf(remision), ruta: `${carpetaDe(remision)}/oficio.pdf`, titulo },
    orden: { type: 'pdf', document: toOficio(remision, papel) },
  }
}

function keptPieces(remision: RemisionDto): Piece[] {
  const { numero, envio, acuse, anexos, correcciones } = remision
  const carpeta = carpetaDe(remision)
  const common = commonOf(remision)
  const received = (ruta: string, titulo: string) => ({ ruta: `${carpeta}/${ruta}`, titulo, entregables: common.entregables })
  return [
    {
      ...common,
      ruta: `${carpeta}/remision.json`,
      titulo: `Remisión ${numero}: sus datos`,
      read: () => Promise.resolve(Buffer.from(canonical(asRecord(remision)))),
    },
    ...(envio?.oficio ? [documentoPiece(envio.oficio, received('oficio-firmado', `Oficio firmado ${numero}`))] : []),
    ...anexos.map((anexo, at) =>
      documentoPiece(anexo, received(`anexo-${String(at + 1).padStart(2, '0')}`, `Anexo ${at + 1} de ${numero}`)),
    ),
    ...(acuse?.documento ? [documentoPiece(acuse.documento, received('acuse', `Acuse de recepción de ${numero}`))] : []),
    ...correcciones.flatMap(({ documento }, at) =>
      documento
        ? [documentoPiece(documento, received(`corregido-${String(at + 1).padStart(2, '0')}`, `Documento que se corrigió en ${numero}`))]
        : [],
    ),
  ]
}

/** Record of a remisión. The present state of duties and evidence, and warnings, are no facts of it. */
function asRecord({
  advertencias: _advertencias,
  faltas: _faltas,
  retrasoMinutos: _retraso,
  anuladaEn: _anulada,
  ...remision
}: RemisionDto): object {
  return {
    ...remision,
    entregables: remision.entregables.map(({ clave }) => clave),
    anexos: remision.anexos.map(({ retiro: _retiro, ...anexo }) => anexo),
  }
}
