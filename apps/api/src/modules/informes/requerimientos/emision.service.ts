import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { razonesContraRequerir } from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import { fileName, type Descarga } from '../../intercambio/exportaciones/index.ts'
import { act, demandAbiertos, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { toRequerimiento } from './documento.ts'
import { RequerimientoConsentimiento } from './requerimiento-consentimiento.entity.ts'
import { RequerimientoObservacion } from './requerimiento-observacion.entity.ts'
import { Requerimiento } from './requerimiento.entity.ts'
import type { ActoRequerimientoDto, EmitirRequerimientoDto, FormatoRequerimiento } from './requerimientos.dto.ts'
import { nextNumero, takeNumero } from './requerimientos.queries.ts'
import { claveDe, type Abierta, type RequerimientosService } from './requerimientos.service.ts'

interface Services {
  acts: Acts
  documentos: Documentos
  requerimientos: RequerimientosService
}

type Material = Awaited<ReturnType<RequerimientosService['arm']>> & { numero: number }

/** The letter of one actor político: written apart, and kept as it was handed out. */
export class EmisionRequerimientosService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  /** How it would be issued now; nothing is kept. */
  async vistaPrevia(quien: Quien, asked: EmitirRequerimientoDto, formato: FormatoRequerimiento): Promise<Descarga> {
    const { armado } = await act(this.deps.databases, quien, (tx) => this.gather(tx, asked))
    const contenido = await this.services.documentos[formato](toRequerimiento(armado))
    return { nombre: nameOf(['requerimiento', asked.actor, 'vista-previa'], formato), medio: MEDIOS[formato], contenido }
  }

  /** Both files, its number and its observaciones at once: of one actor político, or not at all. */
  async emitir(quien: Quien, asked: EmitirRequerimientoDto, clave: string | null): Promise<ActoRequerimientoDto> {
    const material = await act(this.deps.databases, quien, (tx) => this.gather(tx, asked))
    const document = toRequerimiento(material.armado)
    const { documentos, acts, requerimientos } = this.services
    const files = { pdf: await documentos.pdf(document), docx: await documentos.docx(document) }
    const id = randomUUID()
    return acts.perform(quien, {
      acto: 'requerimiento.emitido',
      objeto: { tipo: 'requerimiento', id },
      envio: { clave, contenido: asked },
      lock: (tx) => this.lock(tx, asked),
      familia: 'requerimiento',
      reasons: ({ abiertas, numero }) => [
        ...razonesContraRequerir(asked.observaciones, abiertas),
        ...(numero === material.numero ? [] : ['Se emitió otro mientras se escribía éste. Vuelva a intentarlo.']),
      ],
      change: async ({ tx, state: { abiertas }, ahora, folio }) => {
        const row = rowOf(material, { id, folio, ahora, quien })
        await tx.insert(Requerimiento, { ...row, ...files, sha256: sha256(files.pdf) })
        const chosen = new Set(asked.observaciones)
        await keepContenido(
          tx,
          id,
          abiertas.filter((each) => chosen.has(each.id)),
        )
        const detalle = {
          requerimiento: claveDe(row.numero),
          actor: asked.actor,
          observaciones: row.observaciones,
          sha256: sha256(files.pdf),
          folio,
        }
        return { recibido: { requerimiento: id, ...asked, sha256: detalle.sha256 }, detalle }
      },
      answer: async ({ tx, acuse }) => ({ requerimiento: await requerimientos.find(tx, quien, id), acuse }),
    })
  }

  async descargar(quien: Quien, { id, formato }: { id: string; formato: FormatoRequerimiento }): Promise<Descarga> {
    const row = await act(this.deps.databases, quien, (tx) => tx.findOneBy(Requerimiento, { id }))
    if (!row) throw new AppError('ruta.no_existe')
    return { nombre: nameOf(['requerimiento', claveDe(row.numero)], formato), medio: MEDIOS[formato], contenido: row[formato] }
  }

  private async lock(tx: EntityManager, asked: EmitirRequerimientoDto): Promise<Pick<Material, 'abiertas' | 'numero'>> {
    await demandAbiertos(tx)
    const { procesoId, abiertas } = await this.services.requerimientos.arm(tx, asked, 0)
    return { abiertas, numero: await takeNumero(tx, procesoId) }
  }

  private async gather(tx: EntityManager, asked: EmitirRequerimientoDto): Promise<Material> {
    await demandAbiertos(tx)
    const { procesoId } = await this.services.requerimientos.arm(tx, asked, 0)
    const numero = await nextNumero(tx, procesoId)
    const armed = await this.services.requerimientos.arm(tx, asked, numero)
    const [razon] = razonesContraRequerir(asked.observaciones, armed.abiertas)
    if (razon) throw new AppError('requerimiento.acto_no_permitido', { detail: razon })
    return { ...armed, numero }
  }
}

/** Keeps the observaciones that the letter asks to attend, and the consent forms that were refused. */
async function keepContenido(tx: EntityManager, requerimientoId: string, own: readonly Abierta[]): Promise<void> {
  const observaciones = own.filter(({ objeto }) => objeto !== 'consentimiento')
  const formatos = own.filter(({ objeto }) => objeto === 'consentimiento')
  await tx.insert(
    RequerimientoObservacion,
    observaciones.map(({ id }) => ({ requerimientoId, observacionId: id })),
  )
  await tx.insert(
    RequerimientoConsentimiento,
    formatos.map(({ id }) => ({ requerimientoId, consentimientoId: id })),
  )
}

function rowOf({ armado, actorId, procesoId, numero }: Material, act: { id: string; folio: string; ahora: Date; quien: Quien }) {
  const { oficio, vence, requeridas, plantilla } = armado
  return {
    ...{ id: act.id, procesoId, actorPoliticoId: actorId, numero, oficio, observaciones: requeridas.length, vence, folio: act.folio },
    ...{ plantilla: plantilla.version, emitidoEn: act.ahora, emitidoPor: act.quien.cuentaId },
  }
}

const MEDIOS: Record<FormatoRequerimiento, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

function nameOf(parts: string[], formato: FormatoRequerimiento): string {
  return `${fileName(parts)}.${formato}`
}
