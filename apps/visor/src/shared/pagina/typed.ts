type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/**
 * Keeps what a reader typed, chose or opened before the visor was here, so that it is not lost when Vue takes the page over: `restore` does it again,
 * as if it were done now.
 */
export function keepTyped(): { restore: () => void } {
  const typed = [...document.querySelectorAll<Control>('input, select, textarea')].filter(isTouched).map((control) => ({
    control,
    value: control.value,
    checked: control instanceof HTMLInputElement && control.checked,
  }))
  const opened = [...document.querySelectorAll('details')].filter(({ open }) => open)
  return {
    restore: () => {
      for (const each of opened) each.open = true
      for (const { control, value, checked } of typed) {
        if (!control.isConnected) continue
        if (control instanceof HTMLInputElement && isToggle(control)) control.checked = checked
        else control.value = value
        control.dispatchEvent(new Event('input', { bubbles: true }))
        control.dispatchEvent(new Event('change', { bubbles: true }))
      }
    },
  }
}

function isTouched(control: Control): boolean {
  if (control instanceof HTMLSelectElement) return [...control.options].some((each) => each.selected !== each.defaultSelected)
  if (control instanceof HTMLInputElement && isToggle(control)) return control.checked !== control.defaultChecked
  return control.value !== control.defaultValue
}

function isToggle({ type }: HTMLInputElement): boolean {
  return type === 'checkbox' || type === 'radio'
}
