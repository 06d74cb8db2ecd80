import { fieldsOf } from '@conoceles/domain/typed'
/** The registry of every error that the API may answer: code → status and Spanish sentence. One place, tested against the routes. */
export const ERRORS = {
  'entrada.invalida': [400, 'Los datos enviados no tienen la forma esperada.'],
  'entrada.caracter_prohibido': [400, 'El texto contiene caracteres que no se admiten.'],
  'entrada.acentos_rotos': [422, 'Hay textos con los acentos rotos. No se guardó nada.'],
  'entrada.archivo_invalido': [422, 'El archivo no se puede leer.'],
  'entrada.demasiado_grande': [413, 'Lo enviado rebasa el tamaño permitido.'],
  'entrada.tipo_no_admitido': [415, 'El tipo de contenido no se admite.'],
  'entrada.tardanza': [
    408,
    'Lo enviado llegaba con demasiada lentitud y no se guardó. Intente desde una conexión más rápida o con un archivo más ligero.',
  ],
  'entrada.direccion_larga': [414, 'La dirección es demasiado larga.'],
  'entrada.encabezado_grande': [431, 'Los encabezados de la petición rebasan el tamaño permitido.'],
  'ruta.no_existe': [404, 'No existe o no está a su alcance.'],
  'ruta.metodo_no_admitido': [405, 'Esta dirección no admite ese método; el encabezado Allow dice cuáles sí.'],
  'acceso.requerido': [401, 'Es necesario iniciar sesión.'],
  'acceso.sin_permiso': [403, 'Su cuenta no tiene permiso para este acto.'],
  'acceso.credenciales_invalidas': [401, 'El correo o la contraseña no coinciden.'],
  'acceso.segundo_factor_requerido': [401, 'Falta confirmar que es usted, con su equipo o con un código.'],
  'acceso.factor_por_registrar': [401, 'Su cuenta necesita otra forma de confirmar que es usted. Regístrela para entrar.'],
  'acceso.passkey_invalida': [401, 'No se pudo confirmar que es usted. Intente otra vez.'],
  'acceso.codigo_invalido': [401, 'El código de verificación no es válido o ya se usó.'],
  'acceso.factor_mismo': [409, 'Un factor no se quita con su propia prueba. Use otro factor o un código de recuperación.'],
  'acceso.factor_ninguno': [409, 'La cuenta sólo tiene contraseña.'],
  'acceso.factor_ultimo': [409, 'Su cuenta necesita otra forma de confirmar que es usted. Registre otra antes de quitar esta.'],
  'acceso.factor_reciente': [403, 'Este acto pide confirmar que es usted. Repítalo y confirme.'],
  'acceso.factor_invalido': [422, 'No se pudo confirmar que es usted: la llave o el código no es válido, o ya se usó.'],
  'acceso.reposicion_abierta': [409, 'Ya hay una propuesta abierta para esa cuenta. Confírmela o recházela.'],
  'acceso.reposicion_decidida': [409, 'Otra persona decidió antes esta propuesta. Vuelva a cargarla.'],
  'acceso.reposicion_misma_persona': [409, 'La confirma otra persona de la administración, no quien la propuso.'],
  'acceso.reposicion_propia': [409, 'Nadie propone ni decide la reposición de sus propios factores.'],
  'acceso.llave_ausente': [
    503,
    'Su segundo factor está cifrado con una llave que este servidor no tiene: falta su llavero, o es otro. Sólo puede entrar si la administración la invita otra vez.',
  ],
  'acceso.codigo_activacion': [422, 'El código de activación no es correcto.'],
  'acceso.espera': [429, 'Demasiados intentos. Espere antes de volver a intentar.'],
  'acceso.renovacion_invalida': [401, 'La sesión terminó. Inicie sesión de nuevo.'],
  'acceso.origen_invalido': [403, 'La petición no viene de la consola.'],
  'acceso.enlace_invalido': [410, 'El enlace ya se usó o venció. Pida otro.'],
  'acceso.contrasena_debil': [422, 'La contraseña no es suficientemente segura.'],
  'acceso.correo_repetido': [409, 'Ya existe una cuenta con ese correo.'],
  'acceso.cuenta_propia': [409, 'Una cuenta no puede desactivarse a sí misma.'],
  'acceso.correo_no_disponible': [503, 'Ahora no se puede enviar correo. Intente más tarde.'],
  'cuenta.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre esta cuenta.'],
  'propuesta.decidida': [409, 'Esa propuesta ya se decidió. Vuelva a cargar la lista.'],
  'propuesta.otra_persona': [409, 'Este acto le toca a otra persona.'],
  'propuesta.repetida': [409, 'Ya hay una propuesta por confirmar con ese correo.'],
  'candidatura.version_distinta': [409, 'La candidatura cambió mientras usted la revisaba. Vuelva a cargarla.'],
  'candidatura.acto_no_permitido': [409, 'El acto no se puede realizar ahora.'],
  'candidatura.lugar_ocupado': [409, 'Otra persona acaba de ocupar ese lugar. Vuelva a cargar la candidatura.'],
  'candidatura.retirada': [410, 'Esta candidatura ya no está publicada.'],
  'corte.por_venir': [400, 'Ese día todavía no llega.'],
  'acuerdo.numero_repetido': [409, 'Ya hay un acuerdo con ese número.'],
  'acuerdo.acto_no_permitido': [409, 'El acuerdo no se puede corregir así.'],
  'acuerdo.version_distinta': [409, 'Otra persona corrigió este acuerdo. Vuelva a cargarlo.'],
  'entrega.no_permitida': [409, 'La entrega no se puede registrar ahora.'],
  'vista.nombre_repetido': [409, 'Ya tiene una vista con ese nombre.'],
  'vista.limite': [409, 'Ya tiene cincuenta vistas. Olvide alguna antes de guardar otra.'],
  'captura.version_distinta': [409, 'Otra persona guardó esta sección antes. Se muestran los dos textos.'],
  'captura.respuesta_invalida': [422, 'Hay respuestas que no se pueden guardar.'],
  'captura.cerrada': [409, 'La captura de esta sección está cerrada.'],
  'captura.fotografia_invalida': [422, 'La fotografía no se puede aceptar.'],
  'captura.limite_de_fotografias': [429, 'Se alcanzó el límite de fotografías. Espere antes de enviar otra.'],
  'consentimiento.mecanismo': [422, 'El consentimiento debe darlo la persona con su cuenta o por escrito con su firma.'],
  'consentimiento.sin_tratamiento': [422, 'Sin autorizar el uso de las respuestas de identidad no se puede autorizar nada más.'],
  'consentimiento.cambio': [409, 'El consentimiento cambió mientras usted lo veía. Vuelva a leerlo antes de retirarlo.'],
  'consentimiento.no_revocable': [422, 'El consentimiento no se puede retirar así.'],
  'consentimiento.aviso_no_vigente': [409, 'El aviso de privacidad cambió. Vuelva a leerlo antes de elegir.'],
  'idempotencia.contenido_distinto': [422, 'La misma clave de envío se usó con otro contenido.'],
  'importacion.no_confirmable': [409, 'La importación ya no está donde empieza este acto. Vuelva a mirarla.'],
  'importacion.con_rechazos': [409, 'La importación tiene filas rechazadas. Corrija el archivo y vuelva a subirlo.'],
  'importacion.columnas_invalidas': [422, 'El archivo no se puede leer con esas columnas.'],
  'importacion.valores_invalidos': [422, 'Hay textos o filas que la lista no admite así.'],
  'importacion.otras_entidades': [409, 'Este proceso no admite importar candidaturas de otras entidades.'],
  'importacion.no_deshacible': [409, 'La importación ya no se puede deshacer.'],
  'actividad.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre esta actividad.'],
  'evento.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este evento.'],
  'recordatorio.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este recordatorio.'],
  'requerimiento.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este requerimiento.'],
  'remision.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre esta remisión.'],
  'remision.numero_repetido': [409, 'Ya hay una remisión con ese número de oficio.'],
  'remision.version_distinta': [409, 'Otra persona cambió esta remisión. Vuelva a cargarla.'],
  'entregable.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este entregable.'],
  'entregable.respuesta_distinta': [409, 'Otra persona respondió antes esta observación. Lea su respuesta y decida.'],
  'sesion.version_distinta': [409, 'La sesión cambió mientras usted la veía. Vuelva a cargarla.'],
  'sesion.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre esta sesión.'],
  'sesion.numero_repetido': [409, 'Ya hay una sesión de ese órgano, de esa clase y de ese año con ese número.'],
  'integrante.no_permitido': [409, 'El cargo no se puede registrar así.'],
  'calendario.alcance_no_permitido': [409, 'Su rol no responde por ningún área con esos plazos.'],
  'calendario.nombre_repetido': [409, 'Ya tiene un calendario con ese nombre.'],
  'calendario.limite': [409, 'Ya tiene veinte calendarios. Revoque alguno antes de crear otro.'],
  'escenario.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este escenario.'],
  'escenario.version_distinta': [409, 'Otra persona cambió este escenario. Vuelva a cargarlo.'],
  'escenario.nombre_repetido': [409, 'Ya hay un escenario con ese nombre.'],
  'escenario.limite': [409, 'Ya hay cincuenta escenarios. Descarte alguno antes de guardar otro.'],
  'aviso.version_distinta': [409, 'Otra persona guardó este aviso antes. Se muestra lo que guardó.'],
  'aviso.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este aviso.'],
  'borrador.version_distinta': [409, 'Otra persona guardó este borrador antes. Se muestra lo que guardó.'],
  'borrador.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este borrador.'],
  'borrador.formato_lento': [422, 'El borrador no se guardó: una pregunta pide un formato que puede tardar demasiado en revisarse.'],
  'borrador.forma_invalida': [422, 'Lo enviado no tiene la forma de un cuestionario.'],
  'politica.version_distinta': [409, 'Otra persona guardó este borrador antes. Se muestra lo que guardó.'],
  'politica.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este borrador de la política.'],
  'datos.sin_bloqueo': [409, 'Los datos no están bloqueados: se consultan como siempre.'],
  'datos.bloqueados': [
    409,
    'El proceso concluyó y sus datos están bloqueados por ley: ya no se consultan ni se capturan. Para pedir los suyos, acuda a la Unidad de Transparencia.',
  ],
  'conclusion.version_distinta': [409, 'Otra persona decidió antes sobre esta etapa. Vuelva a cargarla.'],
  'conclusion.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre esta etapa.'],
  'reporte.cupo': [429, 'Hoy ya llegaron muchos reportes. Intente mañana.'],
  'reporte.otro_sitio': [403, 'El reporte se envía desde este sitio.'],
  'plantilla.version_distinta': [409, 'Otra persona guardó antes este texto. Se muestra lo que guardó.'],
  'plantilla.acto_no_permitido': [409, 'El texto no se puede guardar así.'],
  'reporte.version_distinta': [409, 'Otra persona atendió antes este reporte. Vuelva a cargarlo.'],
  'reporte.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este reporte.'],
  'paquete.ilegible': [422, 'El ZIP no se puede leer: no se guardó nada.'],
  'paquete.con_faltas': [422, 'El paquete tiene faltas: no se guardó nada. Corríjalas y súbalo otra vez.'],
  'paquete.otro_proceso': [409, 'El paquete es de otro proceso: instálelo aparte, con su propia base de datos. No se guardó nada.'],
  'paquete.fijo': [409, 'El paquete cambia lo que ya no se corrige con un paquete. No se guardó nada.'],
  'paquete.misma_version': [409, 'El paquete dice la misma versión que el vigente: cambie «version» en paquete.json y súbalo otra vez.'],
  'paquete.sin_cambios': [409, 'El paquete dice lo mismo que el vigente: no hay nada que cargar.'],
  'paquete.abierto': [409, 'Ya hay un paquete propuesto: apruébelo o retírelo antes de subir otro.'],
  'paquete.misma_persona': [409, 'Usted propuso este paquete: lo aprueba otra persona de la administración.'],
  'paquete.decidido': [409, 'Otra persona ya decidió sobre este paquete. Vuelva a cargar la página.'],
  'paquete.rebasado': [409, 'El paquete vigente cambió después de esta propuesta: retírela y suba el paquete otra vez.'],
  'confirmacion.sin_valor': [409, 'El paquete no trae ese dato: no hay qué confirmar.'],
  'confirmacion.valor_distinto': [409, 'El dato cambió mientras usted lo leía. Vuelva a cargar la lista.'],
  'confirmacion.hecha': [409, 'Otra persona ya confirmó este dato. Vuelva a cargar la lista.'],
  'confirmacion.misma_persona': [409, 'Usted ya lo escribió o lo confirmó: falta otra persona de la Secretaría.'],
  'confirmacion.otra_fuente': [
    409,
    'La primera persona dio otro documento u otra fecha. Confirme con los mismos, o deshaga su confirmación y dé los correctos.',
  ],
  'confirmacion.con_valor': [409, 'Este dato ya tiene un texto. Vuelva a cargar la lista.'],
  'confirmacion.retirado': [409, 'Ese texto ya se retiró. Vuelva a cargar la lista.'],
  'confirmacion.deshecha': [409, 'Esa confirmación ya se deshizo. Vuelva a cargar la lista.'],
  'bloqueo.version_distinta': [409, 'Otra persona decidió antes sobre este bloqueo. Vuelva a cargarlo.'],
  'bloqueo.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este bloqueo.'],
  'vulneracion.version_distinta': [409, 'La vulneración cambió mientras usted la veía. Vuelva a cargarla.'],
  'vulneracion.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre esta vulneración.'],
  'derecho.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre esta solicitud.'],
  'derecho.version_distinta': [409, 'La solicitud cambió mientras usted la veía. Vuelva a cargarla.'],
  'documento.es_proyecto': [
    409,
    'Este documento ya se aprobó y todavía dice PROYECTO. En la página del informe, emita el texto aprobado; después certifique ése.',
  ],
  'informe.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre este informe.'],
  'informe.version_distinta': [409, 'Otra persona guardó este texto antes. Se muestra lo que guardó.'],
  'informe.no_coincide': [
    500,
    'El archivo que resulta hoy no es el que se emitió: su huella es otra. No se entrega; avise a quien administra el sistema.',
  ],
  'codificacion.acto_no_permitido': [409, 'El acto no se puede realizar ahora sobre esta codificación.'],
  'codificacion.version_distinta': [409, 'Otra persona guardó antes este libro de códigos. Se muestra lo que guardó.'],
  'exportacion.demasiado_grande': [422, 'El documento sería demasiado grande.'],
  'reloj.fijo': [409, 'El reloj sólo se mueve en un simulacro.'],
  'identidad.llave_ausente': [
    503,
    'Las respuestas de identidad están cifradas con una llave que este servidor no tiene: falta su llavero, o es otro. Avise a la administración.',
  ],
  'omisiones.ninguna': [409, 'No hay omisiones que emitir.'],
  'servicio.ocupado': [503, 'El servicio está ocupado. Lo enviado no se guardó; intente de nuevo.'],
  'servicio.limite': [429, 'Demasiadas peticiones. Espere un momento.'],
  'servicio.falla': [500, 'Ocurrió una falla. Ya quedó registrada.'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorCode = keyof typeof ERRORS

export interface FieldError {
  field: string
  reasons: string[]
  /** A text with broken accents as it was meant; null when letters are lost. */
  reparado?: string | null
}

export interface ErrorExtras {
  detail?: string
  errors?: FieldError[]
  retryAfter?: number
  /** Methods of the address, for a 405. */
  allow?: string
  /** Value stored now, for a 409: the caller shows both texts. */
  actual?: unknown
  /** Factors that she can show or enrol, for a 401 of sign-in. */
  segundoFactor?: object
}

/** Thrown anywhere below the routes; the error handler turns it into problem+json (RFC 9457). */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly extras: ErrorExtras = {},
  ) {
    super(code)
  }

  get status(): number {
    return ERRORS[this.code][0]
  }

  /** The refusal in one sentence, for an answer about many. */
  get sentence(): string {
    return this.extras.detail ?? this.extras.errors?.[0]?.reasons[0] ?? ERRORS[this.code][1]
  }
}

/** Refusal of one field. */
export function invalid(field: string, reason: string): AppError {
  return new AppError('entrada.invalida', { errors: [{ field, reasons: [reason] }] })
}

/** Reason of PostgreSQL for a refusal (SQLSTATE, and the rule); empty for any other fault. */
function refusalOf(error: unknown): { code?: unknown; constraint?: unknown } {
  return error instanceof Error ? fieldsOf(error) : {}
}

/** There is one with that key already. */
export function isRepeatedKey(error: unknown, constraint?: string): boolean {
  const refusal = refusalOf(error)
  return refusal.code === '23505' && (constraint === undefined || refusal.constraint === constraint)
}

/** Another row refers to it, or it refers to a row that does not exist. */
export function isBrokenReference(error: unknown): boolean {
  return refusalOf(error).code === '23503'
}

/** A write where only reading is allowed. */
export function isRefusedWrite(error: unknown): boolean {
  return refusalOf(error).code === '25006'
}

/** Last check, for a `catch`: the slower of two writers of one key gets `code`, not a failure. */
export function blameRepeatedKey(constraint: string, code: ErrorCode): (error: unknown) => never {
  return (error) => {
    throw isRepeatedKey(error, constraint) ? new AppError(code) : error
  }
}
