import sharp from 'sharp'
import type { TestApp } from '../app.ts'
import { actorId, givenCandidatura, must, sql, type Given } from '../registro/candidaturas.ts'
import { APROBADO, givenAcuerdo, givenDocumento, hecho } from '../registro/cambios.ts'
import { TODO, verCaptura, type Equipo } from '../actos/captura.ts'
import { send, type Answer } from '../actos/envios.ts'

/** Every table with row-level security, and which of its rows are party B's. A table that is not here fails. */
export const ROWS_OF_B: Record<string, { key: string; where: string }> = {
  'captura.candidatura': { key: 'id', where: 'id = any($1)' },
  'captura.persona': { key: 'id', where: 'id in (select persona_id from captura.candidatura where id = any($1))' },
  'captura.imagen': { key: 'sha256', where: 'sha256 in (select sha256 from captura.fotografia where candidatura_id = any($1))' },
  'captura.envio': { key: 'clave', where: `clave like 'de-b%' and $1::uuid[] is not null` },
  'captura.entrega': { key: 'id', where: 'id in (select entrega_id from captura.candidatura where id = any($1))' },
  'captura.prosa': { key: 'seccion_id', where: 'candidatura_id = any($1)' },
  ...rows({ key: 'id', where: 'candidatura_id = any($1)' }, [
    'captura.seccion',
    'captura.seccion_anterior',
    'captura.captura_ajena',
    'captura.observacion',
    'captura.respuesta_observacion',
    'captura.solicitud_correccion',
    'captura.pausa',
    'captura.consentimiento',
    'captura.fotografia',
    'captura.cambio',
    'identidad.formato',
  ]),
  'captura.requerimiento': {
    key: 'id',
    where: 'actor_politico_id in (select responsable_id from captura.candidatura where id = any($1))',
  },
  'captura.requerimiento_observacion': {
    key: 'observacion_id',
    where: 'observacion_id in (select id from captura.observacion where candidatura_id = any($1))',
  },
  'captura.requerimiento_consentimiento': {
    key: 'consentimiento_id',
    where: 'consentimiento_id in (select id from captura.consentimiento where candidatura_id = any($1))',
  },
  ...rows({ key: 'candidatura_id', where: 'candidatura_id = any($1)' }, [
    'captura.publicacion_pendiente',
    'captura.candidatura_anterior',
    'captura.estadistica_contada',
    'captura.palabra',
    'captura.solicitud_derecho',
    'identidad.llave',
    'identidad.respuesta',
    'identidad.supresion',
    'identidad.bloqueada',
  ]),
  // Tables of the institute, or of one account: none of them is for a party to see.
  ...rows({ key: 'id', where: '$1::uuid[] is not null' }, [
    'captura.confirmacion',
    'captura.dato_escrito',
    'captura.cruce_pedido',
    'captura.paquete_propuesto',
    'captura.plantilla_version',
    'captura.aprobacion_excepcional',
    'captura.reporte',
    'captura.importacion',
    'captura.importacion_fuente',
    'captura.documento',
    'captura.vista',
    'captura.evento',
    'captura.resolucion',
    'captura.cumplimiento',
    'captura.remision',
    'captura.remision_correccion',
    'captura.acuerdo_correccion',
    'captura.entregable_version',
    'captura.entregable_contenido',
    'captura.entregable_observacion',
    'captura.entregable_respuesta',
    'captura.entregable_paso',
    'captura.integrante',
    'captura.sesion',
    'captura.celebracion',
    'captura.cuestionario_borrador',
    'captura.aviso_borrador',
    'captura.politica_borrador',
    'captura.bloqueo',
    'captura.documento_proteccion',
    'captura.vulneracion',
    'captura.vulneracion_afectada',
    'captura.recurso_retirado',
    'captura.recordatorio',
    'captura.enterada',
    'captura.escenario',
    'captura.omision_emitida',
    'captura.codificacion',
    'captura.informe_corte',
    'captura.informe_texto',
    'captura.informe_emision',
    'captura.estadistica_lote',
    'identidad.prueba_derecho',
    'identidad.codificacion_texto',
    'acceso.calendario_enlace',
    'acceso.factor',
    'acceso.reto',
    'acceso.reposicion',
  ]),
  'acceso.codigo_recuperacion': { key: 'huella', where: '$1::uuid[] is not null' },
  'captura.asignacion': { key: 'candidatura_id', where: 'candidatura_id = any($1)' },
  'captura.apertura': { key: 'candidatura_id', where: 'candidatura_id = any($1)' },
  'captura.etapa_conclusion': { key: 'clave', where: '$1::uuid[] is not null' },
  'captura.constancia_supresion': { key: 'folio', where: '$1::uuid[] is not null' },
  'captura.estadistica_cruce': { key: 'fecha', where: '$1::uuid[] is not null' },
  'captura.estadistica_corte': { key: 'fecha', where: '$1::uuid[] is not null' },
  'captura.codificacion_plaza': { key: 'cuenta_id', where: '$1::uuid[] is not null' },
  ...rows({ key: 'texto_id', where: '$1::uuid[] is not null' }, ['identidad.codificacion_codigo', 'identidad.codificacion_voto']),
  'captura.calendario_emitido': { key: 'uid', where: '$1::uuid[] is not null' },
  ...rows({ key: 'importacion_id', where: '$1::uuid[] is not null' }, ['captura.importacion_fila', 'identidad.archivo']),
  'captura.marca_novedades': { key: 'cuenta_id', where: '$1::uuid[] is not null' },
  'captura.preferencia_recordatorio': { key: 'cuenta_id', where: '$1::uuid[] is not null' },
  'captura.informe_archivo': { key: 'emision_id', where: '$1::uuid[] is not null' },
  'captura.aviso_documento': { key: 'aviso_id', where: '$1::uuid[] is not null' },
  'captura.programa': { key: 'proceso_id', where: '$1::uuid[] is not null' },
}

function rows(which: { key: string; where: string }, tables: string[]): Record<string, { key: string; where: string }> {
  return Object.fromEntries(tables.map((table) => [table, which]))
}

/** A photograph and a signed form. */
export async function entregarArchivos({ test, captura }: Equipo, draft: Given): Promise<void> {
  const token = await captura(draft.responsable)
  const content = await sharp({ create: { width: 450, height: 600, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer()
  const photo = {
    fields: { textoAlternativo: 'Retrato de frente', tomadaEn: '2030-04-20' },
    file: { field: 'archivo', name: 'b.jpg', content },
  }
  const choices = Object.fromEntries(Object.entries(TODO).map(([name, value]) => [name, String(value)]))
  const form = {
    fields: { avisoId: must(test.loaded.aviso).id, firmadoEl: '2030-04-20', ...choices },
    file: { field: 'formato', name: 'b.pdf', content: '%PDF-1.7\nfirma\n%%EOF' },
  }
  expectStatus(200, [
    await send(test, ['PUT', `/candidaturas/${draft.id}/fotografia`], { token, form: photo }),
    await send(test, ['PUT', `/candidaturas/${draft.id}/consentimiento`], { token, form }),
  ])
}

/** Legal life of the same party: papers, a change, a delivery; the filters that one of its accounts keeps, and a reviewer who looks. */
export async function vivir(equipo: Equipo, draft: Given): Promise<void> {
  const { test } = equipo
  const acuerdoId = (await givenAcuerdo(equipo)).id
  await hecho(equipo, { id: draft.id, hacer: 'corregir' }, { acuerdoId, documentoId: await givenDocumento(equipo) })
  const waiting = await givenCandidatura(test, { actor: draft.responsable, contienda: 'alcaldia-m1', entregada: false })
  await sql(test, 'update captura.candidatura set acuerdo_id = $2, entrega_id = null where id = any($1)', [
    [waiting.id, draft.id],
    acuerdoId,
  ])
  const json = { acuerdoId, actorPoliticoId: actorId(test, draft.responsable), recibe: 'Rita Recibe', entregadaEn: APROBADO }
  const vista = { nombre: 'Mías', consulta: 'calidad=suplente' }
  expectStatus(201, [
    await send(test, ['POST', '/entregas'], { token: await equipo.secretaria(), json }),
    await send(test, ['POST', '/vistas'], { token: await equipo.captura(draft.responsable), json: vista }),
  ])
  await sql(test, `insert into identidad.bloqueada (candidatura_id, desde, hasta, motivo) values ($1, now(), now(), 'ARCO/2030/901')`, [
    draft.id,
  ])
  const token = await equipo.verificacion()
  await verCaptura(equipo, draft, token)
  const suya = { candidaturas: [draft.id], deOtras: false }
  expectStatus(200, [await send(test, ['POST', '/revision/asignaciones'], { token, json: suya })])
}

/** Writes the exchange about an observed section, behind the API. */
export async function revisar(test: TestApp, { id }: Given): Promise<void> {
  const at = `'curricular', 'compromiso'`
  const statements = [
    `insert into captura.respuesta_observacion (id, candidatura_id, observacion_id, texto, creada_en, creada_por, rol)
     select gen_random_uuid(), candidatura_id, id, 'Es así', now(), creada_por, 'captura' from captura.observacion where candidatura_id = $1`,
    `insert into captura.solicitud_correccion (id, candidatura_id, cuestionario, seccion, razon, creada_en, creada_por, rol, tras_cierre)
     values (gen_random_uuid(), $1, ${at}, 'Errata', now(), $1, 'validacion', false)`,
    `insert into captura.pausa (id, candidatura_id, cuestionario, seccion, supuesto, motivo, creada_en, creada_por)
     values (gen_random_uuid(), $1, ${at}, 'ajeno', 'Queja', now(), $1)`,
    `insert into captura.solicitud_derecho (id, proceso_id, candidatura_id, folio, derecho, recibida, descripcion, hechos, version, creada_en, creada_por)
     values (gen_random_uuid(), $1, $1, 'ARCO/2030/900', 'acceso', '2030-05-01', 'd', '[]', 1, now(), $1)`,
    `insert into identidad.prueba_derecho (id, solicitud_id, clase, de_la_persona, medio, kid, envuelta, cifrada, recibida_en)
     select gen_random_uuid(), id, 'identidad', true, 'application/pdf', 'k1', '', '', now() from captura.solicitud_derecho where candidatura_id = $1`,
    `insert into captura.requerimiento (id, proceso_id, actor_politico_id, numero, observaciones, vence, pdf, docx, sha256, folio, emitido_en, emitido_por,
       medio, notificado_el, recibe, notificado_en, notificado_folio)
     select c.id, c.proceso_id, c.responsable_id, 1, 1, '2030-05-09', '', '', 's', 'F', now(), c.id, 'mano', '2030-05-06', 'r', now(), 'F'
     from captura.candidatura c where c.id = $1`,
    `insert into captura.requerimiento_observacion select candidatura_id, id from captura.observacion where candidatura_id = $1`,
    `insert into captura.requerimiento_consentimiento select candidatura_id, id from captura.consentimiento where candidatura_id = $1`,
    `insert into identidad.supresion (candidatura_id, suprimida_en, motivo) values ($1, now(), 'ARCO/2030/900')`,
  ]
  for (const statement of statements) await sql(test, statement, [id])
}

/** Writes the institute's own work, behind the API. */
export async function trabajar(test: TestApp): Promise<void> {
  const { procesoId } = test.loaded
  const statements = [
    `insert into captura.importacion_fuente (id, proceso_id, nombre, columnas, guardada_en, guardada_por) values (gen_random_uuid(), $1, 'Lista', '{}', now(), $1)`,
    `insert into identidad.archivo (importacion_id, parte, kid, envuelta, cifrada) select i.id, 99, 'k1', '', '' from captura.importacion i where $1::uuid is not null`,
    `insert into captura.programa (proceso_id, contenido) values ($1, '{}') on conflict do nothing`,
    `insert into captura.evento (id, proceso_id, tipo, actividades, fecha, ocurrido_en, titulo) values (gen_random_uuid(), $1, 'acuerdo', '{}', '2030-05-01', now(), 'Evento')`,
    `insert into captura.resolucion (id, proceso_id, entregable, milestone, statement, razon, resuelta_en, resuelta_por, rol) values (gen_random_uuid(), $1, 'e', 'm', 's', 'r', now(), $1, 'secretaria')`,
    `insert into acceso.calendario_enlace (id, cuenta_id, rol, nombre, alcance, sha256, creado_en) select gen_random_uuid(), c.id, c.rol, 'Uno', 'rol', 's', now() from acceso.cuenta c where $1::uuid is not null limit 1`,
    `insert into acceso.factor (id, cuenta_id, tipo, nombre, creado_en) select gen_random_uuid(), c.id, 'totp', 'Uno', now() from acceso.cuenta c where $1::uuid is not null limit 1`,
    `insert into acceso.reto (id, cuenta_id, uso, reto, vence_en) select gen_random_uuid(), c.id, 'entrada', 'r', now() from acceso.cuenta c where $1::uuid is not null limit 1`,
    `insert into acceso.reposicion (id, cuenta_id, motivo, estatus, propuesta_por, propuesta_en) select gen_random_uuid(), c.id, 'm', 'propuesta', $1::uuid, now() from acceso.cuenta c limit 1`,
    `insert into acceso.codigo_recuperacion (huella, cuenta_id, creado_en) select 'h', c.id, now() from acceso.cuenta c where $1::uuid is not null limit 1`,
    `insert into captura.calendario_emitido (proceso_id, uid, areas, contenido, huella, cancelado, secuencia, cambiado_en) values ($1, 'u', '{}', '{}', 'h', false, 0, now())`,
    `insert into captura.cumplimiento (id, proceso_id, entregable, milestone, aplica, ocurrido_en, referencia, folio, registrado_en) values (gen_random_uuid(), $1, 'e', 'm', true, now(), 'r', 'F', now())`,
    `insert into captura.recordatorio (id, clave, tipo, cuenta_id, rol, dia, desde, caduca_en, estatus, asunto, texto, intentos, proximo_intento, a_mano) values (gen_random_uuid(), 'c', 'resumen', $1, 'comision', '2030-05-01', now(), now(), 'enviado', 'a', 't', 1, now(), false)`,
    `insert into captura.confirmacion (id, proceso_id, clave, huella, documento, fecha, confirmada_por, confirmada_en) select gen_random_uuid(), id, 'c', 'h', 'd', '2030-05-01', $1, now() from captura.proceso`,
    `insert into captura.cruce_pedido (id, proceso_id, tabla, por, contada_el, solicitante, motivo, pedido_por, pedido_en) select gen_random_uuid(), id, 't', 'cargo', '2030-05-02', 's', 'm', $1, now() from captura.proceso`,
    `insert into captura.paquete_propuesto (id, proceso_id, archivo, sha256, version, anterior, sobre, fuentes, catalogos, cambios, ignorados, estatus, propuesto_por, propuso, propuesto_en) select gen_random_uuid(), id, 'a', 's', '2', '1', 'h', '{}', '{}', '[]', '{}', 'propuesto', $1, 'n', now() from captura.proceso`,
    `insert into captura.estadistica_cruce (proceso_id, fecha, tabla, por, contenido) values ($1, '2030-05-02', 't', 'cargo', '{}') on conflict do nothing`,
    `insert into captura.dato_escrito (id, proceso_id, clave, valor, documento, fecha, escrito_por, escrito_en) select gen_random_uuid(), id, 'c', 'v', 'd', '2030-05-01', $1, now() from captura.proceso`,
    `insert into captura.plantilla_version (id, proceso_id, documento, version, partes, motivo, autor, guardada_por, guardada_en) select gen_random_uuid(), id, 'oficio', 1, '{}', 'm', 'a', $1, now() from captura.proceso`,
    `insert into captura.aprobacion_excepcional (id, proceso_id, materia, acto, version, contenido, faltas, motivo, propuesta_por, propuesta_en) select gen_random_uuid(), id, 'aviso:1', 'a', 1, '{}', '{f}', 'm', $1, now() from captura.proceso`,
    `insert into captura.reporte (id, folio, pagina, corte, texto, pide_respuesta, recibido, huella, estatus, version) select $1, 'E-1', '/', 1, 't', true, '2030-05-01', 'h', 'recibido', 1`,
    `insert into captura.omision_emitida (id, proceso_id, corte, omisiones, universo, archivo, sha256, folio, emitida_por) values (gen_random_uuid(), $1, now(), 1, 1, '', 's', 'F', $1)`,
    `insert into captura.estadistica_corte (proceso_id, fecha, corte, en) values ($1, '2030-05-02', 1, now()) on conflict do nothing`,
    `insert into captura.estadistica_lote (id, proceso_id, tabla, celda, fecha, tamano, respuestas) values (gen_random_uuid(), $1, 't', 'c', '2030-05-02', 20, '{}')`,
    `insert into captura.estadistica_contada (candidatura_id, tabla, lote_id) select c.id, 't', l.id from captura.candidatura c, captura.estadistica_lote l where l.tabla = 't' and l.proceso_id = $1`,
    `insert into captura.codificacion (id, proceso_id, pregunta, estatus, intento, version, categorias, guardada_en, guardada_por) values ($1, $1, 'p', 'abierta', 1, 1, '[]', now(), $1)`,
    `insert into captura.codificacion_plaza (codificacion_id, numero, cuenta_id, tomada_en, terminada_en) values ($1, 1, $1, now(), now())`,
    `insert into identidad.codificacion_texto (id, codificacion_id, kid, enlace) values ($1, $1, 'k1', '')`,
    `insert into identidad.codificacion_codigo (texto_id, cuenta_id, codificacion_id, codigo, en) values ($1, $1, $1, 'otras', now())`,
    `insert into identidad.codificacion_voto (texto_id, cuenta_id, codificacion_id, codigo, razon, en) values ($1, $1, $1, 'otras', 'r', now())`,
    `insert into captura.informe_corte (id, proceso_id, entregable, numero, clase, tomado_en, tomado_por, consulta, datos, sha256, folio) values ($1, $1, 'e', 1, 'avance', now(), $1, 1, '{}', 's', 'F')`,
    `insert into captura.informe_texto (id, proceso_id, entregable, seccion, version, texto, guardado_en, guardado_por) values (gen_random_uuid(), $1, 'e', 's', 1, 't', now(), $1)`,
    `insert into captura.informe_emision (id, proceso_id, entregable, numero, corte_id, textos, forma, huellas, emitida_en, emitida_por, folio) values (gen_random_uuid(), $1, 'e', 1, $1, '{}', 1, '{}', now(), $1, 'F')`,
    `insert into captura.informe_archivo (emision_id, formato, contenido) select id, 'pdf', '' from captura.informe_emision where proceso_id = $1`,
    `insert into captura.enterada (id, proceso_id, entregable, milestone, vence, cuenta_id, rol, enterada_en, folio) values (gen_random_uuid(), $1, 'e', 'm', '2030-05-01', $1, 'comision', now(), 'F')`,
    `insert into captura.escenario (id, proceso_id, nombre, jornada, origen, ediciones, decisiones, version, creado_en, creado_por, cambiado_en) values (gen_random_uuid(), $1, 'n', '2033-07-03', '{}', '[]', '[]', 1, now(), $1, now())`,
    `insert into captura.marca_novedades (cuenta_id, vistas_hasta) values ($1, now())`,
    `insert into captura.preferencia_recordatorio (cuenta_id, apagados) values ($1, '{}')`,
    `insert into captura.prosa (seccion_id, candidatura_id, pregunta, texto, huellas) select s.id, s.candidatura_id, 'p', 't', '{1}' from captura.seccion s where $1::uuid is not null`,
    `insert into captura.remision (id, proceso_id, entregables, numero, lugar, fecha, destinatario, asunto, cuerpo, remitente, copias, anexos, version, preparada_en) values (gen_random_uuid(), $1, '{e}', 'VC/OF/B', 'l', '2030-05-01', '{}', 'a', 'c', '{}', '{}', '{}', 1, now())`,
    `insert into captura.remision_correccion (id, remision_id, que, ocurrido_en, dato, registrado_en, motivo, folio, corregida_en, corregida_por) select gen_random_uuid(), id, 'envio', now(), 'correo', now(), 'm', 'F', now(), gen_random_uuid() from captura.remision where proceso_id = $1`,
    `insert into captura.acuerdo_correccion (id, acuerdo_id, numero, fecha, motivo, folio, corregido_en, corregido_por) select gen_random_uuid(), id, 'n', fecha, 'm', 'F', now(), gen_random_uuid() from captura.acuerdo where proceso_id = $1`,
    `insert into captura.entregable_version (id, proceso_id, entregable, numero, clase, fecha, nota, documento_id, folio, registrada_en) select gen_random_uuid(), $1, 'e', 1, 'final', '2030-05-01', 'n', d.id, 'F', now() from captura.documento d limit 1`,
    `insert into captura.entregable_contenido (id, proceso_id, entregable, contenido, lugar, version_id, folio, registrado_en) select gen_random_uuid(), $1, 'e', 'c', 'p. 1', v.id, 'F', now() from captura.entregable_version v`,
    `insert into captura.entregable_observacion (id, proceso_id, entregable, integrante, cargo, sin_observaciones, fecha, folio, registrada_en) values (gen_random_uuid(), $1, 'e', 'i', 'c', false, '2030-05-01', 'F', now())`,
    `insert into captura.entregable_respuesta (id, observacion_id, sentido, texto, folio, registrada_en) select gen_random_uuid(), o.id, 'aceptada', 't', 'F', now() from captura.entregable_observacion o where o.proceso_id = $1`,
    `insert into captura.entregable_paso (id, proceso_id, entregable, paso, ocurrido_en, referencia, sin_observaciones, folio, registrado_en) values (gen_random_uuid(), $1, 'e', 'b', now(), 'r', false, 'F', now())`,
    `insert into captura.integrante (id, proceso_id, organo, nombre, encargo, voto, desde, fuente, confianza) values (gen_random_uuid(), $1, 'o', 'n', 'integrante', true, '2030-01-01', 'f', 'alta')`,
    `insert into captura.sesion (id, proceso_id, organo, tipo, numero, anio, fecha, modalidad, estatus, version, puntos, historia) values (gen_random_uuid(), $1, 'o', 'ordinaria', 1, 2030, '2030-05-01', 'presencial', 'celebrada', 1, '[]', '[]')`,
    `insert into captura.cuestionario_borrador (id, proceso_id, tipo, titulo, schema, uischema, traslados, estatus, version, creado_en, guardado_en, historia) values (gen_random_uuid(), $1, 'curricular', 't', '{}', '{}', '{}', 'borrador', 1, now(), now(), '[]')`,
    `insert into captura.candidatura_anterior (borrador_id, candidatura_id, estatus_captura, secciones_completas) select b.id, c.id, 'verificada', 1 from captura.cuestionario_borrador b, captura.candidatura c where $1::uuid is not null`,
    `insert into captura.aviso_borrador (id, proceso_id, integral, simplificado, finalidades, estatus, version, creado_en, guardado_en, historia) values (gen_random_uuid(), $1, 'i', 's', '[]', 'borrador', 1, now(), now(), '[]')`,
    `insert into captura.aviso_documento (aviso_id, tipo, contenido, sha256) select id, 'integral', '', 's' from captura.aviso_privacidad where proceso_id = $1`,
    `insert into captura.bloqueo (id, proceso_id, persona_id, alcance, base, motivo, estatus, version, propuesto_por, propuesto_en) select gen_random_uuid(), $1, id, 'persona', 'riesgo', 'm', 'propuesto', 1, $1, now() from captura.persona limit 1`,
    `insert into captura.documento_proteccion (id, proceso_id, clase, version, documento_id, aprobado_el, aprobo, revisar_el, acuse_folio, registrado_en, registrado_por) select gen_random_uuid(), $1, 'seguridad', 1, d.id, '2030-05-01', 'a', '2031-05-01', 'F', now(), $1 from captura.documento d limit 1`,
    `insert into captura.vulneracion (id, proceso_id, folio, tipo, que, causa, hallada_en, hallada_por, datos, medidas, recomendaciones, medios, hechos, version, acuse_folio, registrada_en, registrada_por) values (gen_random_uuid(), $1, 'V', 'uso', 'q', '', now(), 'h', '{}', '', '', '', '[]', 1, 'F', now(), $1)`,
    `insert into captura.vulneracion_afectada (id, vulneracion_id, candidatura_id) select gen_random_uuid(), v.id, c.id from captura.vulneracion v, captura.candidatura c where v.proceso_id = $1`,
    `insert into captura.etapa_conclusion (proceso_id, clave, version) values ($1, 'bloqueo', 0)`,
    `insert into captura.constancia_supresion (proceso_id, emitida_en, archivo, sha256, folio) values ($1, now(), '', 's', 'F')`,
    `insert into captura.politica_borrador (id, proceso_id, base_version, motivo, campos, estatus, version, creado_en, creado_por, guardado_en, historia) values (gen_random_uuid(), $1, 1, 'm', '[]', 'borrador', 1, now(), $1, now(), '[]')`,
    `insert into captura.seccion_anterior (id, candidatura_id, cuestionario_id, clave, estatus, version, sustituida_en) select gen_random_uuid(), s.candidatura_id, s.cuestionario_id, s.clave, 'completa', 1, now() from captura.seccion s where $1::uuid is not null`,
    `insert into captura.celebracion (id, sesion_id, numero, inicio, fin, asistencia, puntos, folio, registrada_en) select gen_random_uuid(), id, 1, now(), now(), '[]', '[]', 'F', now() from captura.sesion where proceso_id = $1`,
  ]
  for (const statement of statements) await sql(test, statement, [procesoId])
  await sql(test, `insert into captura.recurso_retirado values (1, '/candidaturas/x', 's', 'application/json', '', 1, 2)`)
}

function expectStatus(status: number, answers: Answer[]): void {
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status))
}
