import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The sentences of the documents are data: those of the pack, and the versions that the secretaría saves after them. */
export class Plantillas1700000000243 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...TABLA, ...COLUMNAS]) await runner.query(sql)
    await runner.query(CARGADOS, [JSON.stringify(IMPRESAS)])
  }

  async down(): Promise<void> {
    throw new Error('the legal record is not undone: restore a backup instead')
  }
}

const ROL = `coalesce(current_setting('app.rol', true), '')`

const TABLA = [
  `create table captura.plantilla_version (
    id uuid constraint plantilla_version_pk primary key,
    proceso_id uuid not null constraint plantilla_version_proceso_fk references captura.proceso,
    documento text not null,
    version int not null,
    partes jsonb not null,
    motivo text not null,
    autor text not null,
    guardada_por uuid not null,
    guardada_en timestamptz not null,
    constraint plantilla_version_uq unique (proceso_id, documento, version)
  )`,
  'alter table captura.plantilla_version owner to conoceles_dueno',
  'grant select, insert on captura.plantilla_version to conoceles_instituto',
  'alter table captura.plantilla_version enable row level security, force row level security',
  `create policy instituto on captura.plantilla_version for select to conoceles_instituto
    using (${ROL} in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'))`,
  `create policy instituto_agrega on captura.plantilla_version for insert to conoceles_instituto
    with check (${ROL} = 'secretaria' and guardada_por = nullif(current_setting('app.cuenta', true), '')::uuid)`,
]

/** A document keeps which version it was made with. */
const COLUMNAS = [
  'alter table captura.requerimiento add column plantilla int',
  'alter table captura.remision add column plantilla int',
  'grant update (plantilla) on captura.remision to conoceles_instituto',
  `create trigger remision_plantilla_fija before update on captura.remision for each row
    when (old.enviada_en is not null and new.plantilla is distinct from old.plantilla) execute function captura.remision_iniciales_fijas()`,
]

/** A proceso that was loaded before keeps the sentences that its documents were printed with until now. */
const CARGADOS = `update captura.proceso set catalogos = catalogos || jsonb_build_object('plantillas', $1::jsonb)
  where not catalogos ? 'plantillas'`

const PROPUESTA = { fuente: 'Redacción propuesta por este sistema', confianza: 'por_confirmar' }
const REVISION = 'De la revisión efectuada por el {instituto}, al corte de las {hora} horas del {dia},'
const IMPRESAS = {
  convocatoria: {
    partes: {
      asunto: 'Se convoca a la {sesion_breve}',
      apertura: '{apertura}{conducto} se les convoca a la {sesion}, a celebrarse el día {dia}{hora}{lugar}, conforme al siguiente:',
      documentos: 'Se acompañan, además: {documentos}.',
      cierre: 'Sin otro particular, les envío un cordial saludo.',
    },
    ...PROPUESTA,
  },
  orden_del_dia: {
    partes: {
      proyecto: 'Proyecto de orden del día',
      titulo: 'Orden del día',
      lista: 'Lista de asistencia y declaración de quórum legal.',
      orden: 'Lectura y, en su caso, aprobación del orden del día.',
      anterior: 'Lectura y, en su caso, aprobación {papel} de la sesión anterior.',
      presentacion: 'Presentación, análisis y, en su caso, aprobación {documento}.',
      generales: 'Asuntos generales.',
      clausura: 'Clausura de la sesión.',
      lista_reunion: 'Lista de asistencia.',
      generales_reunion: 'Asuntos generales y compromisos.',
      clausura_reunion: 'Cierre de la reunión de trabajo.',
    },
    ...PROPUESTA,
  },
  requerimiento: {
    partes: {
      asunto: 'Se requiere atender {observaciones} a la captura de sus candidaturas.',
      fundamento: '{fundamento}',
      una: `${REVISION} se advirtió la siguiente observación.`,
      varias: `${REVISION} se advirtieron las siguientes {observaciones}.`,
      plazo:
        'Plazo: {plazo}, contados desde el día siguiente al de su notificación. Notificado el {dia}, vence el {vencimiento}. Si se notifica otro día, el último instante se lee en el sistema.',
      atencion:
        'Para atender cada una, entre al Sistema "Candidatas y Candidatos, Conóceles" ({consola}), abra la captura de la candidatura, corrija lo observado y envíela de nuevo. Si lo capturado es correcto, puede responderlo ahí mismo sin cambiarlo. En cada sección se lee la explicación completa.',
      efectos: '{efectos}',
      cierre: 'Sin otro particular, le envío un cordial saludo.',
    },
    ...PROPUESTA,
  },
}
