-- Rights of each role, and row-level security: what a role may read and write at all, then of which rows. A policy without «with check» asks the
-- same of what is written.

grant usage on schema acceso to conoceles_acceso;
grant usage on schema bitacora to conoceles_acceso, conoceles_actor, conoceles_instituto, conoceles_publicador;
grant usage on schema captura to conoceles_acceso, conoceles_actor, conoceles_instituto, conoceles_publicador;
grant usage on schema identidad to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant usage on schema publico to conoceles_actor, conoceles_instituto, conoceles_publicador, conoceles_lector;

-- ──────────────────── bitacora

grant select on bitacora.acto to conoceles_instituto, conoceles_publicador;
grant select, insert, update on captura.envio to conoceles_actor, conoceles_instituto;
grant insert on publico.acuse to conoceles_actor;
grant select, insert on publico.acuse to conoceles_instituto;
grant select on publico.acuse to conoceles_publicador, conoceles_lector;
grant select on publico.cabeza to conoceles_instituto, conoceles_lector;
grant select, insert on publico.cabeza to conoceles_publicador;
grant insert (contenido) on bitacora.acto to conoceles_acceso, conoceles_actor, conoceles_instituto, conoceles_publicador;

revoke execute on function captura.acuses_por_enviar(uuid) from public;
grant execute on function captura.acuses_por_enviar(uuid) to conoceles_instituto;

alter table captura.envio enable row level security, force row level security;
create policy actor on captura.envio to conoceles_actor using (cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy dueno_rota on captura.envio to conoceles_dueno using (current_setting('app.lectura', true) = 'rotacion');
create policy dueno_suprime_todo on captura.envio to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.envio to conoceles_instituto using (cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid);

-- ──────────────────── acceso

grant select, insert, update on acceso.cuenta, acceso.refresco, acceso.reposicion to conoceles_acceso;
grant select, insert on acceso.cargo_cuenta to conoceles_acceso;
grant select, insert, update, delete on acceso.codigo_recuperacion, acceso.enlace, acceso.factor, acceso.familia, acceso.intento,
  acceso.navegador, acceso.propuesta_cuenta, acceso.reto to conoceles_acceso;

alter table acceso.codigo_recuperacion enable row level security, force row level security;
create policy acceso on acceso.codigo_recuperacion to conoceles_acceso using (true);

alter table acceso.factor enable row level security, force row level security;
create policy acceso on acceso.factor to conoceles_acceso using (true);

alter table acceso.reposicion enable row level security, force row level security;
create policy acceso on acceso.reposicion to conoceles_acceso using (true);

alter table acceso.reto enable row level security, force row level security;
create policy acceso on acceso.reto to conoceles_acceso using (true);

-- ──────────────────── proceso

grant select on captura.actor_politico to conoceles_acceso, conoceles_actor, conoceles_publicador;
grant select, insert, delete on captura.actor_politico, captura.demarcacion, captura.contienda to conoceles_instituto;
grant select on captura.cargo to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant select on captura.demarcacion, captura.contienda to conoceles_actor, conoceles_publicador;
grant select on captura.proceso to conoceles_acceso, conoceles_actor, conoceles_instituto, conoceles_publicador;
grant select on captura.archivo_senas to conoceles_publicador;
grant select, insert on captura.confirmacion to conoceles_instituto;
grant update (desfase_reloj) on captura.proceso to conoceles_instituto;
grant update (deshecha_por, deshecha_en, motivo) on captura.confirmacion to conoceles_instituto;

revoke execute on function captura.confirmaciones_vigentes(), captura.laborales(uuid), publico.reloj() from public;
grant execute on function captura.confirmaciones_vigentes() to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant execute on function captura.laborales(uuid) to conoceles_actor, conoceles_instituto;
grant execute on function publico.reloj() to conoceles_instituto, conoceles_publicador, conoceles_lector;

alter table captura.confirmacion enable row level security, force row level security;
create policy dueno on captura.confirmacion for select to conoceles_dueno using (true);
create policy instituto on captura.confirmacion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'));
create policy instituto_agrega on captura.confirmacion for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'secretaria'
    and confirmada_por = nullif(current_setting('app.cuenta', true), '')::uuid and deshecha_en is null);
create policy instituto_cambia on captura.confirmacion for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'secretaria')
  with check (coalesce(current_setting('app.rol', true), '') = 'secretaria'
    and deshecha_por = nullif(current_setting('app.cuenta', true), '')::uuid);

-- ──────────────────── registro

grant select, insert on captura.documento, captura.acuerdo_correccion, captura.entrega, captura.cambio to conoceles_instituto;
grant select on captura.acuerdo, captura.entrega, captura.persona, captura.postulacion, captura.candidatura, captura.cambio,
  captura.palabra to conoceles_actor, conoceles_publicador;
grant select, insert, update, delete on captura.acuerdo, captura.persona, captura.postulacion, captura.candidatura to conoceles_instituto;
grant select, insert, delete on captura.palabra to conoceles_instituto;
grant select, insert, delete on captura.vista to conoceles_actor, conoceles_instituto;
grant update (estatus_captura, secciones_completas, capturada_en, validada_en, version) on captura.candidatura to conoceles_actor;

revoke execute on function captura.cambios_de(uuid), captura.lugares_de(uuid) from public;
grant execute on function captura.cambios_de(uuid), captura.lugares_de(uuid) to conoceles_actor, conoceles_instituto;

alter table captura.documento enable row level security, force row level security;
create policy instituto on captura.documento for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.documento for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy transparencia_agrega on captura.documento for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'transparencia');

alter table captura.acuerdo_correccion enable row level security, force row level security;
create policy instituto on captura.acuerdo_correccion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.acuerdo_correccion for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');

alter table captura.entrega enable row level security, force row level security;
create policy actor on captura.entrega for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where (c.proceso_id = entrega.proceso_id and c.acuerdo_id = entrega.acuerdo_id
    and c.entrega_id = entrega.id)));
create policy instituto on captura.entrega for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.entrega for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy publicador on captura.entrega for select to conoceles_publicador using (true);

alter table captura.persona enable row level security, force row level security;
create policy actor on captura.persona to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.persona_id = persona.id));
create policy dueno_suprime_todo on captura.persona to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.persona to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_deshace on captura.persona as restrictive for delete to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and not (exists (select 1 from captura.candidatura c
    where c.persona_id = persona.id)));
create policy publicador on captura.persona to conoceles_publicador using (true);

alter table captura.candidatura enable row level security, force row level security;
create policy actor on captura.candidatura to conoceles_actor
  using ((current_setting('app.rol', true) in ('captura', 'validacion')
    and responsable_id = nullif(current_setting('app.actor', true), '')::uuid) or (current_setting('app.rol', true) = 'candidata'
    and id = nullif(current_setting('app.candidatura', true), '')::uuid));
create policy actor_bloqueo on captura.candidatura as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno on captura.candidatura for select to conoceles_dueno
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'auditoria', 'transparencia')
    or (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion')
    and responsable_id = nullif(current_setting('app.actor', true), '')::uuid)
    or (coalesce(current_setting('app.rol', true), '') = 'candidata' and id = nullif(current_setting('app.candidatura', true), '')::uuid));
create policy dueno_lugares on captura.candidatura for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'lugares');
create policy dueno_suprime_todo on captura.candidatura to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.candidatura to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_deshace on captura.candidatura as restrictive for delete to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and entrega_id is null and exists (select 1 from (captura.importacion_fila f
    join captura.importacion i on i.id = f.importacion_id) where (f.candidatura_id = candidatura.id and f.version = candidatura.version
    and f.veredicto = 'crear' and i.estatus = 'deshaciendo')));
create policy publicador on captura.candidatura to conoceles_publicador using (true);

alter table captura.cambio enable row level security, force row level security;
create policy actor on captura.cambio for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = cambio.candidatura_id));
create policy dueno_lugares on captura.cambio for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'lugares');
create policy dueno_suprime_todo on captura.cambio to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.cambio for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.cambio for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy publicador on captura.cambio for select to conoceles_publicador using (true);

alter table captura.palabra enable row level security, force row level security;
create policy actor on captura.palabra for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = palabra.candidatura_id));
create policy instituto on captura.palabra to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'))
  with check (current_setting('app.rol', true) = 'secretaria');
create policy publicador on captura.palabra for select to conoceles_publicador using (true);

alter table captura.vista enable row level security, force row level security;
create policy actor on captura.vista to conoceles_actor using (cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy instituto on captura.vista to conoceles_instituto using (cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid);

-- ──────────────────── captura

grant select on captura.aviso_privacidad, captura.cuestionario, captura.observacion, captura.pausa to conoceles_actor,
  conoceles_publicador;
grant select, insert on captura.aviso_privacidad, captura.aviso_documento, captura.observacion, captura.pausa,
  identidad.formato to conoceles_instituto;
grant select on captura.aviso_documento, captura.consentimiento, captura.fotografia, captura.seccion, identidad.llave,
  identidad.respuesta to conoceles_publicador;
grant select, insert on captura.captura_ajena, captura.imagen, captura.respuesta_observacion to conoceles_actor;
grant select, insert on captura.consentimiento to conoceles_actor, conoceles_instituto;
grant select, insert, delete on captura.cuestionario, identidad.llave to conoceles_instituto;
grant select, insert, update on captura.fotografia, captura.seccion, identidad.llave, identidad.respuesta to conoceles_actor;
grant select, update on captura.fotografia to conoceles_instituto;
grant select on captura.imagen, captura.respuesta_observacion to conoceles_instituto, conoceles_publicador;
grant select, insert, update, delete on captura.seccion, identidad.respuesta to conoceles_instituto;
grant select on captura.solicitud_correccion, identidad.supresion to conoceles_actor, conoceles_instituto, conoceles_publicador;
grant insert on identidad.formato to conoceles_actor;
grant update (ultima_en, veces) on captura.captura_ajena to conoceles_actor;
grant update (revision, revision_razon) on captura.consentimiento to conoceles_instituto;
grant update (cerrada_en, desenlace, cerrada_por, nota, siguiente_id) on captura.observacion to conoceles_instituto;
grant update (terminada_en, terminada_por, termino) on captura.pausa to conoceles_instituto;
grant insert (id, candidatura_id, cuestionario, seccion, razon, creada_en, creada_por, rol, tras_cierre)
  on captura.solicitud_correccion to conoceles_actor;
grant update (resuelta_en, resuelta_por, aceptada, resolucion, tras_cierre) on captura.solicitud_correccion to conoceles_instituto;
grant update (atendida_en) on captura.solicitud_correccion to conoceles_actor;

revoke execute on function bitacora.lectura_propia(uuid, date), bitacora.lecturas_de(uuid, text), captura.abrir_identidad(uuid, uuid,
  text[]), captura.avance_de(uuid[]), captura.destruir_identidad(uuid, timestamptz), captura.extemporaneas_de(uuid),
  captura.guardar_prosa(), captura.huellas_de(text), captura.preguntas_parecidas(uuid, real), captura.reabrir_identidad(uuid) from public;
grant execute on function bitacora.lectura_propia(uuid, date), bitacora.lecturas_de(uuid, text), captura.abrir_identidad(uuid, uuid,
  text[]), captura.avance_de(uuid[]), captura.destruir_identidad(uuid, timestamptz), captura.preguntas_parecidas(uuid, real),
  captura.reabrir_identidad(uuid) to conoceles_actor, conoceles_instituto;
grant execute on function captura.extemporaneas_de(uuid) to conoceles_instituto;

alter table captura.aviso_documento enable row level security, force row level security;
create policy instituto on captura.aviso_documento for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'));
create policy instituto_agrega on captura.aviso_documento for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy publicador on captura.aviso_documento for select to conoceles_publicador using (true);

alter table captura.captura_ajena enable row level security, force row level security;
create policy actor on captura.captura_ajena for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = captura_ajena.candidatura_id));
create policy actor_agrega on captura.captura_ajena for insert to conoceles_actor
  with check (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion')
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and exists (select 1 from captura.candidatura c
    where c.id = captura_ajena.candidatura_id));
create policy actor_repite on captura.captura_ajena for update to conoceles_actor
  using (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion')
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and exists (select 1 from captura.candidatura c
    where c.id = captura_ajena.candidatura_id));
create policy dueno_suprime_todo on captura.captura_ajena to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');

alter table captura.consentimiento enable row level security, force row level security;
create policy actor on captura.consentimiento to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = consentimiento.candidatura_id));
create policy actor_bloqueo on captura.consentimiento as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy actor_decide on captura.consentimiento as restrictive for insert to conoceles_actor
  with check (otorgado_por = nullif(current_setting('app.cuenta', true), '')::uuid
    and ((coalesce(current_setting('app.rol', true), '') = 'candidata' and mecanismo = 'cuenta_propia' and revision = 'no_requiere')
    or (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion') and mecanismo = 'formato_firmado'
    and revision = 'pendiente' and formato_id is not null)));
create policy dueno on captura.consentimiento for select to conoceles_dueno
  using (exists (select 1 from captura.candidatura c where c.id = consentimiento.candidatura_id));
create policy instituto on captura.consentimiento to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where (c.id = consentimiento.candidatura_id and c.estatus_captura in ('validada', 'observada', 'en_correccion', 'verificada'))));
create policy instituto_bloqueo on captura.consentimiento as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on captura.consentimiento as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on captura.consentimiento as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_consulta on captura.consentimiento for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') = 'bloqueo' and captura.datos_bloqueados());
create policy instituto_da_acceso on captura.consentimiento for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'transparencia' and current_setting('app.lectura', true) = 'acceso' and exists (select 1
    from captura.solicitud_derecho s where (s.candidatura_id = consentimiento.candidatura_id and s.derecho = 'acceso'
    and s.acreditada_en is not null)));
create policy instituto_enviado on captura.consentimiento for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where (c.id = consentimiento.candidatura_id and c.validada_en is not null and (consentimiento.otorgado_en <= c.validada_en
    or consentimiento.revision <> 'pendiente'))));
create policy instituto_exporta on captura.consentimiento for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'secretaria' and current_setting('app.lectura', true) = 'exportacion');
create policy instituto_revoca on captura.consentimiento for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.candidatura c
    where c.id = consentimiento.candidatura_id));
create policy instituto_revoca_solo on captura.consentimiento as restrictive for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.candidatura c
    where c.id = consentimiento.candidatura_id) and otorgado_por = nullif(current_setting('app.cuenta', true), '')::uuid
    and mecanismo = 'solicitud_escrita' and recibida_el is not null and (formato_id is not null or exists (select 1
    from captura.solicitud_derecho s where (s.candidatura_id = consentimiento.candidatura_id and s.folio = consentimiento.motivo
    and s.acreditada_en is not null and s.derecho in ('oposicion', 'cancelacion')))));
create policy instituto_transparencia on captura.consentimiento for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.candidatura c
    where c.id = consentimiento.candidatura_id));
create policy instituto_traslada_ve on captura.consentimiento for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus in ('borrador', 'aprobado', 'propuesto', 'activado'))));
create policy publicador on captura.consentimiento to conoceles_publicador using (true);
create policy publicador_bloqueo on captura.consentimiento as restrictive to conoceles_publicador
  using (not (select captura.datos_bloqueados()));

alter table captura.fotografia enable row level security, force row level security;
create policy actor on captura.fotografia to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = fotografia.candidatura_id));
create policy actor_bloqueo on captura.fotografia as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno_cuenta on captura.fotografia for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime_todo on captura.fotografia to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.fotografia to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where (c.id = fotografia.candidatura_id and c.estatus_captura in ('validada', 'observada', 'en_correccion', 'verificada'))));
create policy instituto_bloqueo on captura.fotografia as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on captura.fotografia as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on captura.fotografia as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_consulta on captura.fotografia for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') = 'bloqueo' and captura.datos_bloqueados());
create policy instituto_da_acceso on captura.fotografia for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'transparencia' and current_setting('app.lectura', true) = 'acceso' and exists (select 1
    from captura.solicitud_derecho s where (s.candidatura_id = fotografia.candidatura_id and s.derecho = 'acceso'
    and s.acreditada_en is not null)));
create policy instituto_enviada on captura.fotografia for select to conoceles_instituto
  using (validada_en is not null and current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where (c.id = fotografia.candidatura_id and c.validada_en is not null and true)));
create policy publicador on captura.fotografia to conoceles_publicador using (true);
create policy publicador_bloqueo on captura.fotografia as restrictive to conoceles_publicador
  using (not (select captura.datos_bloqueados()));

alter table captura.imagen enable row level security, force row level security;
create policy actor on captura.imagen for select to conoceles_actor
  using (exists (select 1 from captura.fotografia f where f.sha256 = imagen.sha256));
create policy actor_agrega on captura.imagen for insert to conoceles_actor
  with check (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion', 'candidata'));
create policy actor_bloqueo on captura.imagen as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno_suprime_todo on captura.imagen to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.imagen for select to conoceles_instituto
  using (exists (select 1 from captura.fotografia f where f.sha256 = imagen.sha256));
create policy instituto_bloqueo on captura.imagen as restrictive to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy publicador on captura.imagen to conoceles_publicador using (true);
create policy publicador_bloqueo on captura.imagen as restrictive to conoceles_publicador using (not (select captura.datos_bloqueados()));

alter table captura.observacion enable row level security, force row level security;
create policy actor on captura.observacion for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = observacion.candidatura_id));
create policy actor_bloqueo on captura.observacion as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno on captura.observacion for select to conoceles_dueno
  using (exists (select 1 from captura.candidatura c where c.id = observacion.candidatura_id));
create policy dueno_cambia on captura.observacion for update to conoceles_dueno
  using (exists (select 1 from captura.candidatura c where c.id = observacion.candidatura_id));
create policy dueno_cuenta on captura.observacion for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime_todo on captura.observacion to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.observacion for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = observacion.candidatura_id));
create policy instituto_agrega on captura.observacion for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = observacion.candidatura_id) and creada_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy instituto_bloqueo on captura.observacion as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on captura.observacion as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on captura.observacion as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_cierra on captura.observacion for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = observacion.candidatura_id))
  with check (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = observacion.candidatura_id) and cerrada_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy instituto_consulta on captura.observacion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') = 'bloqueo' and captura.datos_bloqueados());
create policy publicador on captura.observacion to conoceles_publicador using (true);
create policy publicador_bloqueo on captura.observacion as restrictive to conoceles_publicador
  using (not (select captura.datos_bloqueados()));

alter table captura.pausa enable row level security, force row level security;
create policy actor on captura.pausa for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = pausa.candidatura_id));
create policy actor_bloqueo on captura.pausa as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno_cuenta on captura.pausa for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime_todo on captura.pausa to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.pausa for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = pausa.candidatura_id));
create policy instituto_agrega on captura.pausa for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = pausa.candidatura_id) and creada_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy instituto_bloqueo on captura.pausa as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on captura.pausa as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on captura.pausa as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_termina on captura.pausa for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = pausa.candidatura_id))
  with check (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = pausa.candidatura_id) and terminada_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy publicador on captura.pausa for select to conoceles_publicador using (true);
create policy publicador_bloqueo on captura.pausa as restrictive to conoceles_publicador using (not (select captura.datos_bloqueados()));

alter table captura.respuesta_observacion enable row level security, force row level security;
create policy actor on captura.respuesta_observacion for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = respuesta_observacion.candidatura_id));
create policy actor_agrega on captura.respuesta_observacion for insert to conoceles_actor
  with check (exists (select 1 from captura.candidatura c where c.id = respuesta_observacion.candidatura_id)
    and creada_por = nullif(current_setting('app.cuenta', true), '')::uuid and exists (select 1 from captura.observacion o
    where (o.id = respuesta_observacion.observacion_id and o.candidatura_id = respuesta_observacion.candidatura_id)));
create policy actor_bloqueo on captura.respuesta_observacion as restrictive to conoceles_actor
  using (not (select captura.datos_bloqueados()));
create policy dueno_cuenta on captura.respuesta_observacion for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime_todo on captura.respuesta_observacion to conoceles_dueno
  using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.respuesta_observacion for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = respuesta_observacion.candidatura_id));
create policy instituto_bloqueo on captura.respuesta_observacion as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on captura.respuesta_observacion as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on captura.respuesta_observacion as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy publicador on captura.respuesta_observacion for select to conoceles_publicador using (true);
create policy publicador_bloqueo on captura.respuesta_observacion as restrictive to conoceles_publicador
  using (not (select captura.datos_bloqueados()));

alter table captura.seccion enable row level security, force row level security;
create policy actor on captura.seccion to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = seccion.candidatura_id));
create policy actor_bloqueo on captura.seccion as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno on captura.seccion for select to conoceles_dueno
  using (exists (select 1 from captura.candidatura c where c.id = seccion.candidatura_id));
create policy dueno_abre on captura.seccion for insert to conoceles_dueno
  with check (exists (select 1 from captura.candidatura c where c.id = seccion.candidatura_id));
create policy dueno_cambia on captura.seccion for update to conoceles_dueno
  using (exists (select 1 from captura.candidatura c where c.id = seccion.candidatura_id));
create policy dueno_cuenta on captura.seccion for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime_todo on captura.seccion to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.seccion to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where (c.id = seccion.candidatura_id and c.validada_en is not null)));
create policy instituto_bloqueo on captura.seccion as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on captura.seccion as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on captura.seccion as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_consulta on captura.seccion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') = 'bloqueo' and captura.datos_bloqueados());
create policy instituto_da_acceso on captura.seccion for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'transparencia' and current_setting('app.lectura', true) = 'acceso' and exists (select 1
    from captura.solicitud_derecho s where (s.candidatura_id = seccion.candidatura_id and s.derecho = 'acceso'
    and s.acreditada_en is not null)));
create policy instituto_deshace on captura.seccion for delete to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from (captura.importacion_fila f join captura.importacion i
    on i.id = f.importacion_id) where (f.candidatura_id = seccion.candidatura_id and i.estatus = 'deshaciendo' and (f.veredicto = 'crear'
    or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]'::jsonb)))));
create policy instituto_deshace_solo on captura.seccion as restrictive for delete to conoceles_instituto
  using ((current_setting('app.rol', true) = 'secretaria' and exists (select 1 from (captura.importacion_fila f join captura.importacion i
    on i.id = f.importacion_id) where (f.candidatura_id = seccion.candidatura_id and i.estatus = 'deshaciendo' and (f.veredicto = 'crear'
    or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]'::jsonb)))))
    or (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'activado'))));
create policy instituto_deshace_ve on captura.seccion for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from (captura.importacion_fila f join captura.importacion i
    on i.id = f.importacion_id) where (f.candidatura_id = seccion.candidatura_id and i.estatus = 'deshaciendo' and (f.veredicto = 'crear'
    or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]'::jsonb)))));
create policy instituto_deshace_version on captura.seccion for delete to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'activado')));
create policy instituto_exporta on captura.seccion for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and current_setting('app.lectura', true) = 'exportacion');
create policy instituto_importa on captura.seccion for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and current_setting('app.escritura', true) = 'importacion'
    and exists (select 1 from captura.importacion i where (i.estatus = 'aplicando' and i.formato = 'ine')) and exists (select 1
    from captura.candidatura c where (c.id = seccion.candidatura_id and c.estatus_captura = 'sin_captura')));
create policy instituto_importa_solo on captura.seccion as restrictive for insert to conoceles_instituto
  with check ((current_setting('app.rol', true) = 'secretaria' and current_setting('app.escritura', true) = 'importacion'
    and exists (select 1 from captura.importacion i where (i.estatus = 'aplicando' and i.formato = 'ine')) and exists (select 1
    from captura.candidatura c where (c.id = seccion.candidatura_id and c.estatus_captura = 'sin_captura')))
    or (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'propuesto'
    and b.propuesto_por::text <> current_setting('app.cuenta', true)))));
create policy instituto_traslada_agrega on captura.seccion for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'propuesto'
    and b.propuesto_por::text <> current_setting('app.cuenta', true))));
create policy instituto_traslada_cambia on captura.seccion for update to conoceles_instituto
  using ((current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'propuesto'
    and b.propuesto_por::text <> current_setting('app.cuenta', true)))) or (current_setting('app.rol', true) = 'secretaria'
    and exists (select 1 from captura.cuestionario_borrador b where (b.id::text = current_setting('app.traslado', true)
    and b.estatus = 'activado'))));
create policy instituto_traslada_ve on captura.seccion for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus in ('borrador', 'aprobado', 'propuesto', 'activado'))));
create policy publicador on captura.seccion to conoceles_publicador using (true);
create policy publicador_bloqueo on captura.seccion as restrictive to conoceles_publicador using (not (select captura.datos_bloqueados()));

alter table captura.prosa enable row level security, force row level security;
create policy dueno on captura.prosa to conoceles_dueno using (true);
create policy dueno_bloqueo on captura.prosa as restrictive for select to conoceles_dueno
  using (not (select captura.datos_bloqueados()) or coalesce(current_setting('app.lectura', true), '') <> '');

alter table captura.solicitud_correccion enable row level security, force row level security;
create policy actor on captura.solicitud_correccion for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = solicitud_correccion.candidatura_id));
create policy actor_agrega on captura.solicitud_correccion for insert to conoceles_actor
  with check (exists (select 1 from captura.candidatura c where c.id = solicitud_correccion.candidatura_id)
    and creada_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy actor_atiende on captura.solicitud_correccion for update to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = solicitud_correccion.candidatura_id) and aceptada)
  with check (exists (select 1 from captura.candidatura c where c.id = solicitud_correccion.candidatura_id));
create policy actor_bloqueo on captura.solicitud_correccion as restrictive to conoceles_actor
  using (not (select captura.datos_bloqueados()));
create policy dueno_cuenta on captura.solicitud_correccion for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime_todo on captura.solicitud_correccion to conoceles_dueno
  using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.solicitud_correccion for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = solicitud_correccion.candidatura_id));
create policy instituto_bloqueo on captura.solicitud_correccion as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on captura.solicitud_correccion as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on captura.solicitud_correccion as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_resuelve on captura.solicitud_correccion for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = solicitud_correccion.candidatura_id) and resuelta_en is null)
  with check (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where c.id = solicitud_correccion.candidatura_id) and resuelta_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy publicador on captura.solicitud_correccion for select to conoceles_publicador using (true);
create policy publicador_bloqueo on captura.solicitud_correccion as restrictive to conoceles_publicador
  using (not (select captura.datos_bloqueados()));

alter table identidad.formato enable row level security, force row level security;
create policy actor on identidad.formato to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = formato.candidatura_id));
create policy actor_bloqueo on identidad.formato as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno on identidad.formato for select to conoceles_dueno
  using (exists (select 1 from captura.candidatura c where c.id = formato.candidatura_id));
create policy dueno_cuenta on identidad.formato for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime_todo on identidad.formato to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on identidad.formato to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where (c.id = formato.candidatura_id and c.estatus_captura in ('validada', 'observada', 'en_correccion', 'verificada'))));
create policy instituto_bloqueo on identidad.formato as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on identidad.formato as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on identidad.formato as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_da_acceso on identidad.formato for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'transparencia' and current_setting('app.lectura', true) = 'acceso' and exists (select 1
    from captura.solicitud_derecho s where (s.candidatura_id = formato.candidatura_id and s.derecho = 'acceso'
    and s.acreditada_en is not null)));
create policy instituto_enviado on identidad.formato for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.consentimiento co
    where co.formato_id = formato.id));
create policy instituto_guarda on identidad.formato for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.candidatura c
    where c.id = formato.candidatura_id));
create policy instituto_guarda_solo on identidad.formato as restrictive for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.candidatura c
    where c.id = formato.candidatura_id));
create policy instituto_no_solicitud on identidad.formato as restrictive for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'transparencia' or not (exists (select 1 from captura.consentimiento k
    where (k.formato_id = formato.id and k.mecanismo = 'solicitud_escrita'))));
create policy instituto_transparencia on identidad.formato for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.consentimiento k
    where (k.formato_id = formato.id and k.mecanismo = 'solicitud_escrita')));
create policy publicador_bloqueo on identidad.formato as restrictive to conoceles_publicador
  using (not (select captura.datos_bloqueados()));

alter table identidad.llave enable row level security, force row level security;
create policy actor on identidad.llave to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = llave.candidatura_id));
create policy actor_bloqueo on identidad.llave as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno on identidad.llave to conoceles_dueno
  using (exists (select 1 from captura.candidatura c where c.id = llave.candidatura_id));
create policy dueno_cuenta on identidad.llave for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_rota on identidad.llave to conoceles_dueno using (current_setting('app.lectura', true) = 'rotacion');
create policy dueno_suprime on identidad.llave to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on identidad.llave to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where (c.id = llave.candidatura_id and c.estatus_captura in ('validada', 'observada', 'en_correccion', 'verificada')))
    and current_setting('app.lectura', true) = 'identidad');
create policy instituto_bloqueo on identidad.llave as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on identidad.llave as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on identidad.llave as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_codifica on identidad.llave for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'verificacion' and current_setting('app.lectura', true) = 'codificacion'
    and exists (select 1 from captura.codificacion c where c.estatus = 'abierta'));
create policy instituto_da_acceso on identidad.llave for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'transparencia' and current_setting('app.lectura', true) = 'acceso' and exists (select 1
    from captura.solicitud_derecho s where (s.candidatura_id = llave.candidatura_id and s.derecho = 'acceso'
    and s.acreditada_en is not null)));
create policy instituto_deshace on identidad.llave for delete to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from (captura.importacion_fila f join captura.importacion i
    on i.id = f.importacion_id) where (f.candidatura_id = llave.candidatura_id and i.estatus = 'deshaciendo' and (f.veredicto = 'crear'
    or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]'::jsonb)))));
create policy instituto_deshace_solo on identidad.llave as restrictive for delete to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from (captura.importacion_fila f join captura.importacion i
    on i.id = f.importacion_id) where (f.candidatura_id = llave.candidatura_id and i.estatus = 'deshaciendo' and (f.veredicto = 'crear'
    or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]'::jsonb)))));
create policy instituto_deshace_ve on identidad.llave for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from (captura.importacion_fila f join captura.importacion i
    on i.id = f.importacion_id) where (f.candidatura_id = llave.candidatura_id and i.estatus = 'deshaciendo' and (f.veredicto = 'crear'
    or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]'::jsonb)))));
create policy instituto_exporta on identidad.llave for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and current_setting('app.lectura', true) = 'exportacion');
create policy instituto_importa on identidad.llave for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and current_setting('app.escritura', true) = 'importacion'
    and exists (select 1 from captura.importacion i where (i.estatus = 'aplicando' and i.formato = 'ine')) and exists (select 1
    from captura.candidatura c where (c.id = llave.candidatura_id and c.estatus_captura = 'sin_captura')));
create policy instituto_importa_solo on identidad.llave as restrictive for insert to conoceles_instituto
  with check ((coalesce(current_setting('app.rol', true), '') = 'secretaria' and current_setting('app.escritura', true) = 'importacion'
    and exists (select 1 from captura.importacion i where (i.estatus = 'aplicando' and i.formato = 'ine')) and exists (select 1
    from captura.candidatura c where (c.id = llave.candidatura_id and c.estatus_captura = 'sin_captura')))
    or (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.candidatura c
    where c.id = llave.candidatura_id) and candidatura_id = nullif(current_setting('app.titular', true), '')::uuid));
create policy instituto_importa_ve on identidad.llave for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and current_setting('app.escritura', true) = 'importacion' and exists (select 1
    from captura.importacion i where (i.estatus = 'aplicando' and i.formato = 'ine')) and exists (select 1 from captura.candidatura c
    where (c.id = llave.candidatura_id and c.estatus_captura = 'sin_captura')));
create policy instituto_transparencia on identidad.llave for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.candidatura c
    where c.id = llave.candidatura_id) and candidatura_id = nullif(current_setting('app.titular', true), '')::uuid);
create policy instituto_transparencia_agrega on identidad.llave for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.candidatura c
    where c.id = llave.candidatura_id) and candidatura_id = nullif(current_setting('app.titular', true), '')::uuid);
create policy no_bloqueada on identidad.llave as restrictive to conoceles_actor,conoceles_instituto
  using (not (exists (select 1 from identidad.bloqueada b where b.candidatura_id = llave.candidatura_id)));
create policy publicador on identidad.llave to conoceles_publicador using (true);
create policy publicador_bloqueo on identidad.llave as restrictive to conoceles_publicador using (not (select captura.datos_bloqueados()));

alter table identidad.respuesta enable row level security, force row level security;
create policy actor on identidad.respuesta to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = respuesta.candidatura_id));
create policy actor_bloqueo on identidad.respuesta as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno on identidad.respuesta to conoceles_dueno
  using (exists (select 1 from captura.candidatura c where c.id = respuesta.candidatura_id));
create policy dueno_cuenta on identidad.respuesta for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime on identidad.respuesta to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on identidad.respuesta to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where (c.id = respuesta.candidatura_id and c.estatus_captura in ('validada', 'observada', 'en_correccion', 'verificada'))));
create policy instituto_bloqueo on identidad.respuesta as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on identidad.respuesta as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on identidad.respuesta as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_codifica on identidad.respuesta for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'verificacion' and current_setting('app.lectura', true) = 'codificacion'
    and exists (select 1 from captura.codificacion c where c.estatus = 'abierta'));
create policy instituto_da_acceso on identidad.respuesta for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'transparencia' and current_setting('app.lectura', true) = 'acceso' and exists (select 1
    from captura.solicitud_derecho s where (s.candidatura_id = respuesta.candidatura_id and s.derecho = 'acceso'
    and s.acreditada_en is not null)));
create policy instituto_deshace on identidad.respuesta for delete to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from (captura.importacion_fila f join captura.importacion i
    on i.id = f.importacion_id) where (f.candidatura_id = respuesta.candidatura_id and i.estatus = 'deshaciendo'
    and (f.veredicto = 'crear' or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]'::jsonb)))));
create policy instituto_deshace_solo on identidad.respuesta as restrictive for delete to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from (captura.importacion_fila f join captura.importacion i
    on i.id = f.importacion_id) where (f.candidatura_id = respuesta.candidatura_id and i.estatus = 'deshaciendo'
    and (f.veredicto = 'crear' or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]'::jsonb)))));
create policy instituto_deshace_ve on identidad.respuesta for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from (captura.importacion_fila f join captura.importacion i
    on i.id = f.importacion_id) where (f.candidatura_id = respuesta.candidatura_id and i.estatus = 'deshaciendo'
    and (f.veredicto = 'crear' or (f.veredicto = 'cambiar' and f.cambios @> '[{"campo": "respuestas"}]'::jsonb)))));
create policy instituto_exporta on identidad.respuesta for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and current_setting('app.lectura', true) = 'exportacion');
create policy instituto_importa on identidad.respuesta for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and current_setting('app.escritura', true) = 'importacion'
    and exists (select 1 from captura.importacion i where (i.estatus = 'aplicando' and i.formato = 'ine')) and exists (select 1
    from captura.candidatura c where (c.id = respuesta.candidatura_id and c.estatus_captura = 'sin_captura')));
create policy instituto_importa_solo on identidad.respuesta as restrictive for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and current_setting('app.escritura', true) = 'importacion'
    and exists (select 1 from captura.importacion i where (i.estatus = 'aplicando' and i.formato = 'ine')) and exists (select 1
    from captura.candidatura c where (c.id = respuesta.candidatura_id and c.estatus_captura = 'sin_captura')));
create policy no_bloqueada on identidad.respuesta as restrictive to conoceles_actor,conoceles_instituto
  using (not (exists (select 1 from identidad.bloqueada b where b.candidatura_id = respuesta.candidatura_id)));
create policy publicador on identidad.respuesta to conoceles_publicador using (true);
create policy publicador_bloqueo on identidad.respuesta as restrictive to conoceles_publicador
  using (not (select captura.datos_bloqueados()));

alter table identidad.supresion enable row level security, force row level security;
create policy actor on identidad.supresion for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = supresion.candidatura_id));
create policy dueno_suprime on identidad.supresion to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on identidad.supresion for select to conoceles_instituto
  using (exists (select 1 from captura.candidatura c where c.id = supresion.candidatura_id));
create policy publicador on identidad.supresion for select to conoceles_publicador using (true);

-- ──────────────────── intercambio

grant select, insert, update on captura.importacion to conoceles_instituto;
grant select, insert, update, delete on captura.importacion_fila, captura.importacion_fuente to conoceles_instituto;
grant select, insert, delete on identidad.archivo to conoceles_instituto;

alter table captura.importacion enable row level security, force row level security;
create policy instituto on captura.importacion to conoceles_instituto using (current_setting('app.rol', true) = 'secretaria');

alter table captura.importacion_fila enable row level security, force row level security;
create policy dueno_cuenta on captura.importacion_fila for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime_todo on captura.importacion_fila to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.importacion_fila to conoceles_instituto using (current_setting('app.rol', true) = 'secretaria');
create policy instituto_bloqueo on captura.importacion_fila as restrictive to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));

alter table captura.importacion_fuente enable row level security, force row level security;
create policy instituto on captura.importacion_fuente to conoceles_instituto using (current_setting('app.rol', true) = 'secretaria');

alter table identidad.archivo enable row level security, force row level security;
create policy dueno_cuenta on identidad.archivo for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_rota on identidad.archivo to conoceles_dueno using (current_setting('app.lectura', true) = 'rotacion');
create policy dueno_suprime_todo on identidad.archivo to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on identidad.archivo to conoceles_instituto using (current_setting('app.rol', true) = 'secretaria');
create policy instituto_bloqueo on identidad.archivo as restrictive to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));

-- ──────────────────── publicacion

grant select, insert on captura.bloqueo, captura.politica_publicacion, captura.publicacion_pendiente,
  identidad.bloqueada to conoceles_instituto;
grant select on captura.bloqueo to conoceles_publicador;
grant select, insert on captura.estadistica_corte, captura.estadistica_lote, captura.estadistica_contada, publico.corte,
  publico.llave to conoceles_publicador;
grant select on captura.politica_publicacion, identidad.bloqueada to conoceles_actor, conoceles_publicador;
grant insert on captura.publicacion_pendiente to conoceles_actor;
grant select, insert, delete on captura.publicacion_pendiente, captura.recurso_retirado to conoceles_publicador;
grant select on captura.recurso_retirado, captura.reporte, publico.visita to conoceles_instituto;
grant select on publico.candidatura, publico.corte to conoceles_actor, conoceles_instituto, conoceles_lector;
grant select, insert, update, delete on publico.candidatura, publico.comienzo, publico.postulante to conoceles_publicador;
grant select on publico.comienzo, publico.fecha, publico.llave, publico.postulante, publico.recurso to conoceles_lector;
grant select, insert, update on publico.fecha, publico.recurso to conoceles_publicador;
grant update (estatus, version, confirmado_por, confirmado_en, levanta_propuesto_por, levanta_motivo, levantado_por, terminado_en)
  on captura.bloqueo to conoceles_instituto;
grant select (id, folio, pagina, estatus, pregunta, respuesta, atendido_en) on captura.reporte to conoceles_publicador;
grant update (estatus, version, pregunta, respuesta, motivo, atendido_por, atendido_en) on captura.reporte to conoceles_instituto;
grant select (id, ruta, sha256, huella, desde_corte, hasta_corte) on publico.recurso to conoceles_instituto;

revoke execute on function publico.contar_visitas(text[], timestamptz[], int[]), publico.recibir_reporte(jsonb, date, int, int)
  from public;
grant execute on function publico.contar_visitas(text[], timestamptz[], int[]), publico.recibir_reporte(jsonb, date, int,
  int) to conoceles_lector;

alter table captura.bloqueo enable row level security, force row level security;
create policy instituto on captura.bloqueo for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia', 'auditoria'));
create policy instituto_agrega on captura.bloqueo for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia')
    and propuesto_por = nullif(current_setting('app.cuenta', true), '')::uuid and estatus = 'propuesto' and confirmado_por is null);
create policy instituto_cambia on captura.bloqueo for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia'));
create policy publicador on captura.bloqueo for select to conoceles_publicador using (true);

alter table captura.estadistica_corte enable row level security, force row level security;
create policy publicador on captura.estadistica_corte to conoceles_publicador using (true);

alter table captura.estadistica_lote enable row level security, force row level security;
create policy publicador on captura.estadistica_lote to conoceles_publicador using (true);

alter table captura.estadistica_contada enable row level security, force row level security;
create policy dueno_suprime_todo on captura.estadistica_contada to conoceles_dueno
  using (current_setting('app.lectura', true) = 'supresion');
create policy publicador on captura.estadistica_contada to conoceles_publicador using (true);

alter table captura.publicacion_pendiente enable row level security, force row level security;
create policy actor on captura.publicacion_pendiente to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = publicacion_pendiente.candidatura_id));
create policy instituto on captura.publicacion_pendiente to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy publicador on captura.publicacion_pendiente to conoceles_publicador using (true);

alter table captura.recurso_retirado enable row level security, force row level security;
create policy dueno_cuenta on captura.recurso_retirado for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_suprime_todo on captura.recurso_retirado to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.recurso_retirado for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'auditoria');
create policy publicador on captura.recurso_retirado to conoceles_publicador using (true);

alter table captura.reporte enable row level security, force row level security;
create policy dueno on captura.reporte to conoceles_dueno using (true);
create policy instituto on captura.reporte for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'comision', 'transparencia', 'auditoria'));
create policy instituto_cambia on captura.reporte for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy publicador on captura.reporte for select to conoceles_publicador using (estatus = 'contestado');

alter table identidad.bloqueada enable row level security, force row level security;
create policy actor on identidad.bloqueada for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = bloqueada.candidatura_id));
create policy dueno on identidad.bloqueada for select to conoceles_dueno using (true);
create policy instituto on identidad.bloqueada for select to conoceles_instituto
  using (exists (select 1 from captura.candidatura c where c.id = bloqueada.candidatura_id));
create policy instituto_bloquea on identidad.bloqueada for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'transparencia' and exists (select 1 from captura.solicitud_derecho s
    where (s.candidatura_id = bloqueada.candidatura_id and s.folio = bloqueada.motivo and s.acreditada_en is not null
    and s.derecho = 'cancelacion')));
create policy publicador on identidad.bloqueada for select to conoceles_publicador using (true);

-- ──────────────────── programa

grant select, insert on acceso.calendario_enlace to conoceles_acceso;
grant select, insert on captura.aprobacion_excepcional, captura.cumplimiento, captura.enterada, captura.entregable_observacion,
  captura.entregable_paso, captura.entregable_version, captura.entregable_contenido, captura.entregable_respuesta, captura.escenario,
  captura.integrante, captura.preferencia_recordatorio, captura.remision, captura.remision_correccion, captura.resolucion, captura.sesion,
  captura.celebracion to conoceles_instituto;
grant select, insert, update on captura.calendario_emitido to conoceles_instituto;
grant select, insert, delete on captura.evento to conoceles_instituto;
grant select on captura.programa to conoceles_instituto, conoceles_publicador;
grant select, insert on captura.recordatorio to conoceles_actor, conoceles_instituto;
grant update (revocado_en) on acceso.calendario_enlace to conoceles_acceso;
grant update (confirmada_por, confirmada_en, retirada_en) on captura.aprobacion_excepcional to conoceles_instituto;
grant update (anulado_en, anulado_por, anulado_motivo) on captura.cumplimiento to conoceles_instituto;
grant update (retirada_en, retirada_por, retirada_motivo) on captura.entregable_observacion to conoceles_instituto;
grant update (anulado_en, anulado_por, anulado_motivo) on captura.entregable_paso to conoceles_instituto;
grant update (retirada_en, retirada_por, retirada_motivo) on captura.entregable_version to conoceles_instituto;
grant update (quitado_en, quitado_por, quitado_motivo) on captura.entregable_contenido to conoceles_instituto;
grant update (nombre, ediciones, decisiones, version, cambiado_en, descartado_en) on captura.escenario to conoceles_instituto;
grant update (actividades, fecha, ocurrido_en, titulo, anulado_en, anulado_por, anulado_motivo) on captura.evento to conoceles_instituto;
grant update (hasta, termino, termino_documento_id, cuenta_id) on captura.integrante to conoceles_instituto;
grant update (apagados) on captura.preferencia_recordatorio to conoceles_instituto;
grant update (caduca_en, estatus, asunto, texto, intentos, proximo_intento, tomado_por, tomado_hasta, enviado_en, falla, a_mano)
  on captura.recordatorio to conoceles_instituto;
grant update (estatus, proximo_intento) on captura.recordatorio to conoceles_actor;
grant update (entregables, numero, lugar, fecha, destinatario, atencion, asunto, cuerpo, remitente, copias, anexos, version, enviada_en,
  medio, oficio_id, envio_registrado_en, envio_folio, acuse_en, acuse_folio, acuse_documento_id, acuse_registrado_en, anulada_en,
  anulada_motivo) on captura.remision to conoceles_instituto;
grant update (fecha, hora, modalidad, lugar, estatus, version, puntos, convocatoria, historia, acta_id, acta_fecha)
  on captura.sesion to conoceles_instituto;

alter table acceso.calendario_enlace enable row level security, force row level security;
create policy acceso on acceso.calendario_enlace to conoceles_acceso using (true);

alter table captura.aprobacion_excepcional enable row level security, force row level security;
create policy instituto on captura.aprobacion_excepcional for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'));
create policy instituto_agrega on captura.aprobacion_excepcional for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia')
    and propuesta_por = nullif(current_setting('app.cuenta', true), '')::uuid and confirmada_en is null and retirada_en is null);
create policy instituto_cambia on captura.aprobacion_excepcional for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia'))
  with check (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia') and (confirmada_por is null
    or confirmada_por = nullif(current_setting('app.cuenta', true), '')::uuid));

alter table captura.calendario_emitido enable row level security, force row level security;
create policy instituto on captura.calendario_emitido to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'auditoria'));

alter table captura.cumplimiento enable row level security, force row level security;
create policy instituto on captura.cumplimiento for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.cumplimiento for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.cumplimiento for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria');

alter table captura.enterada enable row level security, force row level security;
create policy instituto on captura.enterada for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.enterada for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision',
    'administracion', 'auditoria') and cuenta_id::text = current_setting('app.cuenta', true));

alter table captura.entregable_observacion enable row level security, force row level security;
create policy instituto on captura.entregable_observacion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.entregable_observacion for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' or (current_setting('app.rol', true) = 'comision'
    and registrada_por = nullif(current_setting('app.cuenta', true), '')::uuid));
create policy instituto_cambia on captura.entregable_observacion for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' or (current_setting('app.rol', true) = 'comision'
    and registrada_por = nullif(current_setting('app.cuenta', true), '')::uuid));

alter table captura.entregable_paso enable row level security, force row level security;
create policy instituto on captura.entregable_paso for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.entregable_paso for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.entregable_paso for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria');

alter table captura.entregable_version enable row level security, force row level security;
create policy instituto on captura.entregable_version for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.entregable_version for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.entregable_version for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria');

alter table captura.entregable_contenido enable row level security, force row level security;
create policy instituto on captura.entregable_contenido for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.entregable_contenido for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.entregable_contenido for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria');

alter table captura.entregable_respuesta enable row level security, force row level security;
create policy instituto on captura.entregable_respuesta for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.entregable_respuesta for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');

alter table captura.escenario enable row level security, force row level security;
create policy instituto on captura.escenario for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'comision', 'auditoria'));
create policy instituto_agrega on captura.escenario for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.escenario for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria');

alter table captura.evento enable row level security, force row level security;
create policy instituto on captura.evento for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.evento for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.evento for update to conoceles_instituto using (current_setting('app.rol', true) = 'secretaria');
create policy instituto_quita on captura.evento for delete to conoceles_instituto using (current_setting('app.rol', true) = 'secretaria');

alter table captura.integrante enable row level security, force row level security;
create policy instituto on captura.integrante for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.integrante for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.integrante for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria');

alter table captura.preferencia_recordatorio enable row level security, force row level security;
create policy instituto on captura.preferencia_recordatorio for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'administracion', 'auditoria')
    or (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria') and cuenta_id::text = current_setting('app.cuenta', true)));
create policy instituto_agrega on captura.preferencia_recordatorio for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision',
    'administracion', 'auditoria') and cuenta_id::text = current_setting('app.cuenta', true));
create policy instituto_cambia on captura.preferencia_recordatorio for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria') and cuenta_id::text = current_setting('app.cuenta', true));

alter table captura.programa enable row level security, force row level security;
create policy dueno_laborales on captura.programa for select to conoceles_dueno using (true);
create policy instituto on captura.programa for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy publicador on captura.programa for select to conoceles_publicador using (true);

alter table captura.recordatorio enable row level security, force row level security;
create policy actor on captura.recordatorio for select to conoceles_actor
  using (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion') and tipo = 'captura' and exists (select 1
    from captura.candidatura c where c.id = recordatorio.candidatura_id));
create policy actor_agrega on captura.recordatorio for insert to conoceles_actor
  with check (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion') and tipo = 'captura' and exists (select 1
    from captura.candidatura c where c.id = recordatorio.candidatura_id) and rol = 'candidata'
    and pedido_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy actor_avisada on captura.recordatorio for select to conoceles_actor
  using (tipo = 'acuse' and exists (select 1 from captura.solicitud_derecho s where s.id = recordatorio.solicitud_id));
create policy actor_reabre on captura.recordatorio for update to conoceles_actor
  using (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion') and tipo = 'captura' and exists (select 1
    from captura.candidatura c where c.id = recordatorio.candidatura_id) and estatus = 'innecesario')
  with check (coalesce(current_setting('app.rol', true), '') in ('captura', 'validacion') and tipo = 'captura' and exists (select 1
    from captura.candidatura c where c.id = recordatorio.candidatura_id));
create policy dueno_avisa on captura.recordatorio for select to conoceles_dueno
  using (tipo = 'acuse' and coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy dueno_suprime_todo on captura.recordatorio to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.recordatorio for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'administracion', 'auditoria')
    or (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria') and cuenta_id::text = current_setting('app.cuenta', true)));
create policy instituto_agrega on captura.recordatorio for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy instituto_avisa on captura.recordatorio for select to conoceles_instituto
  using (tipo = 'acuse' and coalesce(current_setting('app.rol', true), '') = 'transparencia');
create policy instituto_cambia on captura.recordatorio for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'administracion'));
create policy instituto_sigue on captura.recordatorio for select to conoceles_instituto
  using (tipo = 'captura' and coalesce(current_setting('app.rol', true), '') in ('verificacion', 'comision'));

alter table captura.remision enable row level security, force row level security;
create policy instituto on captura.remision for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'auditoria'));
create policy instituto_agrega on captura.remision for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.remision for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria');

alter table captura.remision_correccion enable row level security, force row level security;
create policy instituto on captura.remision_correccion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'auditoria'));
create policy instituto_agrega on captura.remision_correccion for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');

alter table captura.resolucion enable row level security, force row level security;
create policy instituto on captura.resolucion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.resolucion for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');

alter table captura.sesion enable row level security, force row level security;
create policy instituto on captura.sesion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.sesion for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.sesion for update to conoceles_instituto using (current_setting('app.rol', true) = 'secretaria');

alter table captura.celebracion enable row level security, force row level security;
create policy instituto on captura.celebracion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.celebracion for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');

-- ──────────────────── normativa

grant select, insert, update on captura.aviso_borrador, captura.cuestionario_borrador, captura.politica_borrador to conoceles_instituto;
grant select, insert, delete on captura.candidatura_anterior, captura.seccion_anterior to conoceles_instituto;
grant select on captura.seccion_anterior to conoceles_actor, conoceles_publicador;

alter table captura.aviso_borrador enable row level security, force row level security;
create policy instituto on captura.aviso_borrador for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'));
create policy instituto_agrega on captura.aviso_borrador for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy instituto_cambia on captura.aviso_borrador for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia'));
create policy transparencia_agrega on captura.aviso_borrador for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'transparencia' and estatus = 'borrador');

alter table captura.cuestionario_borrador enable row level security, force row level security;
create policy instituto on captura.cuestionario_borrador for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'auditoria'));
create policy instituto_agrega on captura.cuestionario_borrador for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.cuestionario_borrador for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria');

alter table captura.candidatura_anterior enable row level security, force row level security;
create policy instituto_deshace on captura.candidatura_anterior to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'activado')))
  with check (false);
create policy instituto_traslada on captura.candidatura_anterior for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'propuesto'
    and b.propuesto_por::text <> current_setting('app.cuenta', true))));

alter table captura.politica_borrador enable row level security, force row level security;
create policy instituto on captura.politica_borrador for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'auditoria'));
create policy instituto_agrega on captura.politica_borrador for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria');
create policy instituto_cambia on captura.politica_borrador for update to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria');

alter table captura.seccion_anterior enable row level security, force row level security;
create policy actor on captura.seccion_anterior for select to conoceles_actor
  using (exists (select 1 from captura.candidatura c where c.id = seccion_anterior.candidatura_id));
create policy actor_bloqueo on captura.seccion_anterior as restrictive to conoceles_actor using (not (select captura.datos_bloqueados()));
create policy dueno on captura.seccion_anterior for select to conoceles_dueno
  using (exists (select 1 from captura.candidatura c where c.id = seccion_anterior.candidatura_id));
create policy dueno_suprime_todo on captura.seccion_anterior to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.seccion_anterior for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'verificacion' and exists (select 1 from captura.candidatura c
    where (c.id = seccion_anterior.candidatura_id and c.validada_en is not null)));
create policy instituto_bloqueo on captura.seccion_anterior as restrictive for select to conoceles_instituto
  using (not (select captura.datos_bloqueados()) or (coalesce(current_setting('app.rol', true), '') in ('transparencia', 'auditoria')
    and coalesce(current_setting('app.lectura', true), '') in ('bloqueo', 'acceso')));
create policy instituto_bloqueo_agrega on captura.seccion_anterior as restrictive for insert to conoceles_instituto
  with check (not (select captura.datos_bloqueados()));
create policy instituto_bloqueo_cambia on captura.seccion_anterior as restrictive for update to conoceles_instituto
  using (not (select captura.datos_bloqueados()));
create policy instituto_deshace_ve on captura.seccion_anterior for select to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'activado')));
create policy instituto_deshace_version on captura.seccion_anterior for delete to conoceles_instituto
  using (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'activado')));
create policy instituto_traslada on captura.seccion_anterior for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and exists (select 1 from captura.cuestionario_borrador b
    where (b.id::text = current_setting('app.traslado', true) and b.estatus = 'propuesto'
    and b.propuesto_por::text <> current_setting('app.cuenta', true))));
create policy publicador on captura.seccion_anterior for select to conoceles_publicador using (true);
create policy publicador_bloqueo on captura.seccion_anterior as restrictive to conoceles_publicador
  using (not (select captura.datos_bloqueados()));

-- ──────────────────── informes

grant select, insert, update on captura.codificacion, identidad.codificacion_voto to conoceles_instituto;
grant select on captura.codificacion, captura.codificacion_plaza, identidad.codificacion_codigo,
  identidad.codificacion_voto to conoceles_publicador;
grant select, insert, delete on captura.codificacion_plaza to conoceles_instituto;
grant select, insert on captura.informe_corte, captura.informe_emision, captura.informe_texto,
  captura.omision_emitida to conoceles_instituto;
grant select, delete on identidad.codificacion_texto to conoceles_instituto;
grant select, insert, delete on identidad.codificacion_texto to conoceles_publicador;
grant select, insert, update, delete on identidad.codificacion_codigo to conoceles_instituto;
grant update (estatus, intento, sin_textos_en, abierta_en, cerrada_en, resultado) on captura.codificacion to conoceles_publicador;
grant update (terminada_en) on captura.codificacion_plaza to conoceles_instituto, conoceles_publicador;

alter table captura.codificacion enable row level security, force row level security;
create policy instituto on captura.codificacion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'auditoria'));
create policy instituto_agrega on captura.codificacion for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy instituto_cambia on captura.codificacion for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy publicador on captura.codificacion to conoceles_publicador using (true);

alter table captura.codificacion_plaza enable row level security, force row level security;
create policy instituto on captura.codificacion_plaza for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'auditoria'));
create policy instituto_reinicia on captura.codificacion_plaza for delete to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy instituto_termina on captura.codificacion_plaza for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'verificacion'
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and terminada_en is null and exists (select 1
    from captura.codificacion c where (c.id = codificacion_plaza.codificacion_id and c.estatus = 'abierta')))
  with check (coalesce(current_setting('app.rol', true), '') = 'verificacion'
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy instituto_toma on captura.codificacion_plaza for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'verificacion'
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and terminada_en is null and exists (select 1
    from captura.codificacion c where (c.id = codificacion_plaza.codificacion_id and c.estatus = 'abierta')));
create policy publicador on captura.codificacion_plaza to conoceles_publicador using (true);

alter table captura.informe_corte enable row level security, force row level security;
create policy instituto on captura.informe_corte for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'comision', 'auditoria'));
create policy instituto_agrega on captura.informe_corte for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and tomado_por = nullif(current_setting('app.cuenta', true), '')::uuid);

alter table captura.informe_emision enable row level security, force row level security;
create policy instituto on captura.informe_emision for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'comision', 'auditoria'));
create policy instituto_agrega on captura.informe_emision for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and emitida_por = nullif(current_setting('app.cuenta', true), '')::uuid);

alter table captura.informe_texto enable row level security, force row level security;
create policy instituto on captura.informe_texto for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'comision', 'auditoria'));
create policy instituto_agrega on captura.informe_texto for insert to conoceles_instituto
  with check (current_setting('app.rol', true) = 'secretaria' and guardado_por = nullif(current_setting('app.cuenta', true), '')::uuid);

alter table captura.omision_emitida enable row level security, force row level security;
create policy instituto on captura.omision_emitida for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'comision', 'auditoria'));
create policy instituto_emite on captura.omision_emitida for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'secretaria'
    and emitida_por = nullif(current_setting('app.cuenta', true), '')::uuid);

alter table identidad.codificacion_texto enable row level security, force row level security;
create policy dueno_rota on identidad.codificacion_texto to conoceles_dueno using (current_setting('app.lectura', true) = 'rotacion');
create policy dueno_suprime_todo on identidad.codificacion_texto to conoceles_dueno
  using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on identidad.codificacion_texto for select to conoceles_instituto
  using ((coalesce(current_setting('app.rol', true), '') = 'verificacion' and exists (select 1 from captura.codificacion c
    where (c.id = codificacion_texto.codificacion_id and c.estatus = 'abierta')))
    or coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy instituto_reinicia on identidad.codificacion_texto for delete to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'secretaria');
create policy publicador on identidad.codificacion_texto to conoceles_publicador using (true);

alter table identidad.codificacion_codigo enable row level security, force row level security;
create policy instituto on identidad.codificacion_codigo for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'verificacion'
    and (cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid or (select count(*) as count from captura.codificacion_plaza p
    where (p.codificacion_id = codificacion_codigo.codificacion_id and p.terminada_en is not null)) = 2));
create policy instituto_cambia on identidad.codificacion_codigo for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'verificacion'
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and exists (select 1 from captura.codificacion c
    where (c.id = codificacion_codigo.codificacion_id and c.estatus = 'abierta')) and exists (select 1 from captura.codificacion_plaza p
    where (p.codificacion_id = codificacion_codigo.codificacion_id and p.cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid
    and p.terminada_en is null)));
create policy instituto_codifica on identidad.codificacion_codigo for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'verificacion'
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and exists (select 1 from captura.codificacion c
    where (c.id = codificacion_codigo.codificacion_id and c.estatus = 'abierta')) and exists (select 1 from captura.codificacion_plaza p
    where (p.codificacion_id = codificacion_codigo.codificacion_id and p.cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid
    and p.terminada_en is null)));
create policy instituto_deshace on identidad.codificacion_codigo for delete to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'verificacion'
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and exists (select 1 from captura.codificacion c
    where (c.id = codificacion_codigo.codificacion_id and c.estatus = 'abierta')) and exists (select 1 from captura.codificacion_plaza p
    where (p.codificacion_id = codificacion_codigo.codificacion_id and p.cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid
    and p.terminada_en is null)));
create policy publicador on identidad.codificacion_codigo to conoceles_publicador using (true);

alter table identidad.codificacion_voto enable row level security, force row level security;
create policy instituto on identidad.codificacion_voto for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'verificacion' and (select count(*) as count from captura.codificacion_plaza p
    where (p.codificacion_id = codificacion_voto.codificacion_id and p.terminada_en is not null)) = 2);
create policy instituto_cambia on identidad.codificacion_voto for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'verificacion'
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and exists (select 1 from captura.codificacion c
    where (c.id = codificacion_voto.codificacion_id and c.estatus = 'abierta')) and (select count(*) as count
    from captura.codificacion_plaza p where (p.codificacion_id = codificacion_voto.codificacion_id and p.terminada_en is not null)) = 2);
create policy instituto_resuelve on identidad.codificacion_voto for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'verificacion'
    and cuenta_id = nullif(current_setting('app.cuenta', true), '')::uuid and exists (select 1 from captura.codificacion c
    where (c.id = codificacion_voto.codificacion_id and c.estatus = 'abierta')) and (select count(*) as count
    from captura.codificacion_plaza p where (p.codificacion_id = codificacion_voto.codificacion_id and p.terminada_en is not null)) = 2);
create policy publicador on identidad.codificacion_voto to conoceles_publicador using (true);

-- ──────────────────── derechos

grant select, insert on captura.constancia_supresion, captura.documento_proteccion, captura.etapa_conclusion,
  captura.vulneracion to conoceles_instituto;
grant select on captura.etapa_conclusion to conoceles_publicador;
grant select, insert on captura.solicitud_derecho, identidad.prueba_derecho to conoceles_actor, conoceles_instituto;
grant select, insert, delete on captura.vulneracion_afectada to conoceles_instituto;
grant update (fecha, sustento, fijada_por, fijada_en, propuesta_por, propuesta_en, confirmada_por, confirmada_rol, confirmada_en,
  confirmada_dia, concluida_en, concluida_dia, base, progreso, version) on captura.etapa_conclusion to conoceles_instituto;
grant update (acreditada_en, hechos, version, reunida_en, reunida_sha256) on captura.solicitud_derecho to conoceles_instituto;
grant update (tipo, que, causa, ocurrio_desde, ocurrio_hasta, hallada_en, hallada_por, datos, medidas, recomendaciones, medios, hechos,
  version) on captura.vulneracion to conoceles_instituto;
grant update (medio, kid, envuelta, cifrada, recibida_en, de_la_persona)
  on identidad.prueba_derecho to conoceles_actor, conoceles_instituto;

revoke execute on function captura.cuentas_conclusion(), captura.datos_bloqueados(), captura.derechos_auditados(),
  captura.derechos_por_concluir(), captura.desahogar_derecho(uuid, int, date, text, text), captura.entregar_prueba(uuid),
  captura.folio_derecho(uuid, text), captura.folio_vulneracion(uuid, text), captura.suprimir_lote(int, timestamptz),
  captura.suprimir_resto(), identidad.suprimir(uuid[], text, timestamptz) from public;
grant execute on function captura.cuentas_conclusion(), captura.derechos_auditados(), captura.derechos_por_concluir(),
  captura.folio_vulneracion(uuid, text), captura.suprimir_lote(int, timestamptz), captura.suprimir_resto(), identidad.suprimir(uuid[],
  text, timestamptz) to conoceles_instituto;
grant execute on function captura.datos_bloqueados() to conoceles_acceso, conoceles_actor, conoceles_instituto, conoceles_publicador;
grant execute on function captura.desahogar_derecho(uuid, int, date, text, text), captura.entregar_prueba(uuid) to conoceles_actor;
grant execute on function captura.folio_derecho(uuid, text) to conoceles_actor, conoceles_instituto;

alter table captura.constancia_supresion enable row level security, force row level security;
create policy instituto on captura.constancia_supresion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'comision', 'transparencia', 'auditoria'));
create policy instituto_emite on captura.constancia_supresion for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia') and exists (select 1
    from captura.etapa_conclusion e where (e.proceso_id = constancia_supresion.proceso_id and e.clave = 'supresion'
    and e.confirmada_en is not null)));

alter table captura.documento_proteccion enable row level security, force row level security;
create policy instituto on captura.documento_proteccion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia', 'auditoria'));
create policy instituto_agrega on captura.documento_proteccion for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'transparencia'
    and registrado_por = nullif(current_setting('app.cuenta', true), '')::uuid);

alter table captura.etapa_conclusion enable row level security, force row level security;
create policy dueno on captura.etapa_conclusion for select to conoceles_dueno using (true);
create policy dueno_suprime_todo on captura.etapa_conclusion to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.etapa_conclusion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('verificacion', 'secretaria', 'transparencia', 'comision', 'administracion',
    'auditoria'));
create policy instituto_agrega on captura.etapa_conclusion for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia'));
create policy instituto_cambia on captura.etapa_conclusion for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia'));
create policy publicador on captura.etapa_conclusion for select to conoceles_publicador using (true);

alter table captura.solicitud_derecho enable row level security, force row level security;
create policy actor on captura.solicitud_derecho for select to conoceles_actor
  using (current_setting('app.rol', true) = 'candidata' and candidatura_id::text = current_setting('app.candidatura', true));
create policy actor_pide on captura.solicitud_derecho for insert to conoceles_actor
  with check (current_setting('app.rol', true) = 'candidata' and candidatura_id::text = current_setting('app.candidatura', true)
    and acreditada_en is null and hechos = '[]'::jsonb and version = 1);
create policy dueno_audita on captura.solicitud_derecho for select to conoceles_dueno
  using (coalesce(current_setting('app.rol', true), '') = 'auditoria');
create policy dueno_concluye on captura.solicitud_derecho for select to conoceles_dueno
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia', 'auditoria'));
create policy dueno_desahoga on captura.solicitud_derecho to conoceles_dueno
  using (current_setting('app.rol', true) = 'candidata' and candidatura_id::text = current_setting('app.candidatura', true));
create policy dueno_numera on captura.solicitud_derecho for select to conoceles_dueno
  using (current_setting('app.lectura', true) = 'folio');
create policy dueno_suprime_todo on captura.solicitud_derecho to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on captura.solicitud_derecho to conoceles_instituto using (current_setting('app.rol', true) = 'transparencia');

alter table captura.vulneracion enable row level security, force row level security;
create policy instituto on captura.vulneracion for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia', 'auditoria'));
create policy instituto_agrega on captura.vulneracion for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'transparencia'
    and registrada_por = nullif(current_setting('app.cuenta', true), '')::uuid);
create policy instituto_cambia on captura.vulneracion for update to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia'));

alter table captura.vulneracion_afectada enable row level security, force row level security;
create policy instituto on captura.vulneracion_afectada for select to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') in ('secretaria', 'transparencia', 'auditoria'));
create policy instituto_agrega on captura.vulneracion_afectada for insert to conoceles_instituto
  with check (coalesce(current_setting('app.rol', true), '') = 'transparencia');
create policy instituto_quita on captura.vulneracion_afectada for delete to conoceles_instituto
  using (coalesce(current_setting('app.rol', true), '') = 'transparencia');

alter table identidad.prueba_derecho enable row level security, force row level security;
create policy actor on identidad.prueba_derecho for select to conoceles_actor
  using (exists (select 1 from captura.solicitud_derecho s where s.id = prueba_derecho.solicitud_id));
create policy actor_cambia on identidad.prueba_derecho for update to conoceles_actor
  using (clase = 'identidad' and exists (select 1 from captura.solicitud_derecho s where (s.id = prueba_derecho.solicitud_id
    and s.acreditada_en is null)))
  with check (clase = 'identidad' and de_la_persona and (exists (select 1 from captura.solicitud_derecho s
    where (s.id = prueba_derecho.solicitud_id and s.acreditada_en is null)) or (clase = 'documento' and exists (select 1
    from captura.solicitud_derecho s where s.id = prueba_derecho.solicitud_id))));
create policy actor_entrega on identidad.prueba_derecho for insert to conoceles_actor
  with check (de_la_persona and (exists (select 1 from captura.solicitud_derecho s where (s.id = prueba_derecho.solicitud_id
    and s.acreditada_en is null)) or (clase = 'documento' and exists (select 1 from captura.solicitud_derecho s
    where s.id = prueba_derecho.solicitud_id))));
create policy dueno_cuenta on identidad.prueba_derecho for select to conoceles_dueno
  using (coalesce(current_setting('app.lectura', true), '') = 'conclusion');
create policy dueno_rota on identidad.prueba_derecho to conoceles_dueno using (current_setting('app.lectura', true) = 'rotacion');
create policy dueno_suprime_todo on identidad.prueba_derecho to conoceles_dueno using (current_setting('app.lectura', true) = 'supresion');
create policy instituto on identidad.prueba_derecho to conoceles_instituto using (current_setting('app.rol', true) = 'transparencia');
