/**
 * Text that checks an extract, a corte and an acuse with `sha256sum` and `openssl` alone, for an auditor who trusts no program of ours.
 * @param origen address of the system, without a slash at its end.
 */
export function comprobarTxt(origen: string): string {
  return `CÓMO SE COMPRUEBA LA BITÁCORA SIN NUESTROS PROGRAMAS

Guarde en una misma carpeta, con estos nombres:

  bitacora.jsonl  el extracto que se descargó
  cabezas.json    ${origen}/api/v1/publico/bitacora/cabezas
  llaves.json     ${origen}/api/v1/publico/llaves
  corte.json      ${origen}/api/v1/publico/cortes/1   (o el número de otro corte)
  acuse.json      ${origen}/api/v1/publico/acuses/FOLIO

Abra ahí una terminal (Linux; en macOS, «shasum -a 256» por sha256sum) y pegue:

${COMANDOS.trimEnd()
  .split('\n')
  .map((line) => `  ${line}`)
  .join('\n')}

La primera orden dice «Encadenados» y el número de actos, o en cuál dejan de coincidir.
La cabeza, el corte y el acuse dicen «Signature Verified Successfully». La línea que
sigue a la cabeza dice 1 si el extracto tiene la huella que el Instituto firmó; dice 0
si no la tiene, o si el extracto es anterior a esa firma.
`
}

/** The build refuses raw text beyond ASCII: such words are filled in. Contents are kept in RFC 8785 form: an extract escapes only quotes and backslashes of them. */
const COMANDOS = String.raw`
# 1. Cada acto sigue al anterior
n=0; a=; falla=
while IFS= read -r r; do
  n=$((n+1)); h=${'$'}{r##*\"hash\":\"}; h=${'$'}{h%%\"*}; c=${'$'}{r#*\"contenido\":\"}; c=${'$'}{c%\",\"hash\"*}
  s=$({ printf %s "$a"; printf '%s\n' "$c" | sed 's/\\\(["\\]\)/\1/g' | tr -d '\n'; } | sha256sum)
  [ "${'$'}{s%% *}" = "$h" ] || { falla=$n; break; }
  a=$h
done < bitacora.jsonl
[ -z "$falla" ] && echo "Encadenados: $n" || echo "NO COINCIDE el acto $falla"

# ${'2. El Instituto firmó la última cabeza'}
v() { printf %s "$uno" | sed "s/.*\"$1\":\"*\([^\",}]*\).*/\1/"; }
comprobar() {
  sed "s/.*\"id\":\"$(v llave)\",[^}]*\"llave\":\"\([^\"]*\)\".*/\1/" llaves.json | base64 -d > llave.der
  v firma | base64 -d > firma.bin
  openssl pkeyutl -verify -pubin -keyform DER -inkey llave.der -rawin -in firmado.txt -sigfile firma.bin
}
uno=$(sed 's/^{"elementos":\[//; s/},{"cabecera".*/}/' cabezas.json)
ant=$(v anterior); [ "$ant" = null ] || ant="\"$ant\""
printf '{"anterior":%s,"bitacora":{"hash":"%s","n":%s},"en":"%s","numero":%s,"tipo":"${'cabeza de la bitácora'}"}' \
  "$ant" "$(v hash)" "$(v n)" "$(v en)" "$(v numero)" > firmado.txt
comprobar
sed -n "$(v n)p" bitacora.jsonl | grep -c "$(v hash)"

# ${'3. El Instituto firmó el corte'}
uno=$(sed 's/.*,\("firma":"[^"]*","llave":"[^"]*"\),"recursos".*/\1/' corte.json)
sed 's/^{"cabecera":\(.*\),"firma":"[^"]*","llave":.*/\1/' corte.json | tr -d '\n' > firmado.txt
comprobar

# ${'4. El Instituto firmó el acuse'}
uno=$(cat acuse.json)
printf '{"acto":"%s","folio":"%s","recibidoEn":"%s","sha256":"%s"}' "$(v acto)" "$(v folio)" "$(v recibidoEn)" "$(v sha256)" > firmado.txt
comprobar
`.trimStart()
