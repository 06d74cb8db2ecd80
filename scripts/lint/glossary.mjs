// Terms of law that must not be translated: English pattern → the word that belongs in the name.
// One word of the glossary, one spelling, from the database to the screen.
export const TRANSLATIONS = [
  [/electoral_?process/i, 'proceso'],
  [/political_?(actor|part(y|ies))/i, 'actorPolitico'],
  [/candidac(y|ies)|candidature/i, 'candidatura'],
  [/[Cc]andidates?(?![a-z])/, 'persona (the human being) or candidatura (her place in the fórmula)'],
  [/postulation|nomination/i, 'postulacion'],
  [/affirmative_?action/i, 'accionAfirmativa'],
  [/questionnaire/i, 'cuestionario'],
  [/privacy_?(notice|policy)/i, 'avisoPrivacidad'],
  [/publication/i, 'publicacion, politicaPublicacion'],
  [/(?<![a-z])[Cc]ontests?(?![a-z])/, 'contienda'],
  [/(?<!in)activit(y|ies)/i, 'actividad'],
  [/agreement/i, 'acuerdo'],
  [/consent(?!i[mr])/i, 'consentimiento'],
  [/observation/i, 'observacion'],
  [/acknowledge?ment|receipt/i, 'acuse'],
  [/audit_?(log|trail)|log_?book/i, 'bitacora'],
  [/dead_?line|due_?date/i, 'plazo, or venceEn for its end'],
  [/(business|working)_?days?/i, 'diaHabil'],
  [/calendar_?days?/i, 'diaNatural'],
  [/deliverable/i, 'entregable'],
  [/remittance|remission/i, 'remision'],
  [/polling_?session/i, 'sesion'],
  [/work(ing)?_?meeting/i, 'reunionTrabajo'],
  [/rehearsal|mock_?election/i, 'simulacro'],
  [/municipalit(y|ies)/i, 'municipio'],
  [/district|constituenc(y|ies)/i, 'distrito, demarcacion'],
]

// Spanish words that would mean two things here: pattern → what to say instead.
export const AMBIGUOUS = [
  [
    /(iniciar|cerrar|abrir)_?sesion|sesion_?(token|id|activa)|token_?sesion/i,
    'a sesión is of the Pleno or the Comisión: say auth, token or dispositivo',
  ],
  [/^estados?$|estado(De|Captura|Candidatura)|[a-z]Estados?$/, 'the state of a record is its estatus'],
  [/bloqueo_?(de_?)?(fila|tabla|base)/i, 'a bloqueo is the legal one: say lock'],
]
