import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { cleanLine, cleanParagraphs } from '@conoceles/domain'
import type { ActividadesService } from '../actividades/index.ts'
import type { Acts } from '../../bitacora/index.ts'
import { findDocumentos } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { type Quien, lockRow } from '../../../shared/act.ts'
import { AppError, blameRepeatedKey, type FieldError } from '../../../shared/http/errors.ts'
import { dichoDe, objetoDe, razonesContraCambiar, versionLeida, wrong } from './comprobar.ts'
import { Remision, type Puesto } from './remision.entity.ts'
import type { CambiarRemisionDto, PrepararRemisionDto, PuestoDto, RemisionDto } from './remisiones.dto.ts'
import type { RemisionesService } from './remisiones.service.ts'
import { remisionOf } from './view.ts'

interface Services {
  acts: Acts
  procesos: ProcesosService
  actividades: ActividadesService
  remisiones: RemisionesService
}

type Written = Pick<
  Remision,
  | 'entregables'
  | 'numero'
  | 'lugar'
  | 'fecha'
  | 'destinatario'
  | 'atencion'
  | 'asunto'
  | 'cuerpo'
  | 'remitente'
  | 'copias'
  | 'iniciales'
  | 'plantilla'
  | 'anexos'
>

/** Writing a remisión, until it is sent. */
export class PreparacionRemisionService {
  constructor(private readonly services: Services) {}

  preparar(quien: Quien, body: PrepararRemisionDto, clave: string | null): Promise<RemisionDto> {
    const { acts, procesos, remisiones } = this.services
    const id = randomUUID()
    return acts.save(quien, {
      acto: 'remision.preparada',
      objeto: objetoDe(id),
      envio: { clave, contenido: body },
      lock: (tx) => procesos.proceso(tx),
      change: async ({ tx, state: { id: procesoId }, ahora: preparadaEn }) => {
        const written = await this.check(tx, body)
        const row = { ...UNSENT, ...written, id, procesoId, version: 1, preparadaEn, preparadaPor: quien.cuentaId }
        await tx.insert(Remision, row).catch(blameNumero)
        return { detalle: dichoDe(written) }
      },
      answer: ({ tx }) => remisiones.find(tx, id),
    })
  }

  cambiar(quien: Quien, id: string, { version, ...body }: CambiarRemisionDto): Promise<RemisionDto> {
    const { acts, remisiones } = this.services
    return acts.save(quien, {
      acto: 'remision.cambiada',
      objeto: objetoDe(id),
      lock: (tx) => lockRow(tx, Remision, { id }),
      familia: 'remision',
      reasons: razonesContraCambiar,
      version: versionLeida(version, remisiones),
      change: async ({ tx }) => {
        const written = await this.check(tx, body)
        await tx.update(Remision, { id }, { ...written, version: version + 1 }).catch(blameNumero)
        return { detalle: { ...dichoDe(written), version: version + 1 } }
      },
      answer: ({ tx }) => remisiones.find(tx, id),
    })
  }

  /** A blank list, an entregable that is not to be remitted or a document that is not there lead to their field. */
  private async check(tx: EntityManager, body: PrepararRemisionDto): Promise<Written> {
    const entregables = [...new Set(body.entregables)]
    const anexos = [...new Set(body.anexos)]
    const copias = body.copias.map(cleanLine).filter((copia) => copia !== '')
    const received = await findDocumentos(tx, anexos)
    const errors: FieldError[] = [
      ...(await this.againstEntregables(tx, entregables)),
      ...(received.size < anexos.length ? [wrong('anexos', 'No existe alguno de esos documentos.')] : []),
      ...againstCopias(copias),
    ]
    if (errors.length > 0) throw new AppError('entrada.invalida', { errors })
    return {
      ...{ entregables, anexos, copias, fecha: body.fecha, cuerpo: cleanParagraphs(body.cuerpo) },
      ...{ numero: cleanLine(body.numero), lugar: cleanLine(body.lugar), asunto: cleanLine(body.asunto) },
      iniciales: cleanLine(body.iniciales ?? '') || null,
      plantilla: body.plantilla ?? null,
      destinatario: toPuesto(body.destinatario),
      atencion: body.atencion && toPuesto(body.atencion),
      remitente: { nombre: cleanLine(body.remitente.nombre), cargo: cleanLine(body.remitente.cargo) },
    }
  }

  private async againstEntregables(tx: EntityManager, entregables: string[]): Promise<FieldError[]> {
    const fits = entregables.length >= 1 && entregables.length <= MAX_ENTREGABLES
    if (!fits) return [wrong('entregables', 'Elija de uno a cuarenta entregables.')]
    const details = await this.services.actividades.details(tx, entregables)
    const unknown = entregables.filter((clave) => !details.some((detail) => detail.clave === clave && remisionOf(detail) !== null))
    return unknown.length > 0 ? [wrong('entregables', `No se remite al INE: ${unknown.join(', ')}.`)] : []
  }
}

const blameNumero = blameRepeatedKey('remision_numero_uq', 'remision.numero_repetido')

const MAX_ENTREGABLES = 40
const MAX_COPIAS = 20
const MAX_COPIA = 300

const UNSENT = {
  ...{ enviadaEn: null, medio: null, oficioId: null, envioRegistradoEn: null, envioFolio: null },
  ...{ acuseEn: null, acuseFolio: null, acuseDocumentoId: null, acuseRegistradoEn: null, anuladaEn: null, anuladaMotivo: null },
}

function toPuesto({ nombre, cargo, organo }: PuestoDto): Puesto {
  return { nombre: cleanLine(nombre), cargo: cleanLine(cargo), organo: cleanLine(organo) }
}

function againstCopias(copias: string[]): FieldError[] {
  const fits = copias.length <= MAX_COPIAS && copias.every(({ length }) => length <= MAX_COPIA)
  return fits ? [] : [wrong('copias', 'Son demasiadas, o alguna es demasiado larga.')]
}
