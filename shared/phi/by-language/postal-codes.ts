/** "28034 Madrid", "E-02006 Albacete", "4200-135 Porto": a postal code and the town behind it. */
const town =
  "\\p{Lu}[\\p{L}'’-]{1,24}(?:(?: |-)(?:(?:de|del|la|las|los|el|d'|da|do|di|am|an der|im|sur|sous|en|le|les|a) ){0,3}\\p{Lu}[\\p{L}'’-]{1,24}){0,3}"

export const postal = new RegExp(
  `(?<![\\p{L}\\d.,/-])(?:[A-Z]{1,2}-)?(?:\\d{5}|\\d{4}-\\d{3})[.,)]{0,2} {1,2}(?:- )?(${town})(?! ?\\d+ ?%)`,
  'gu',
)

export const shortPostal = new RegExp(`(?<![\\p{L}\\d.,/-])(?:[A-Z]{1,2}-)?\\d{4} (${town})`, 'gu')

export const postalAlone = /(?<=[.,\]] {1,2}|^|\n)(?:[A-Z]{1,2}-)?\d{5}(?=[.,]? (?:\p{Lu}|\()|[.,]{1,2}(?: |$))/gu

export const unnamedStreet =
  /(?:^|[.,;:)"”] {1,3}|\s{1,2}(?=\p{Lu}))(\p{Lu}[\p{L}.'’ªº-]{1,20}(?: (?:(?:de|del|la|las|los|y|da|do) ){0,2}\p{Lu}[\p{L}.'’-]{1,20}){0,5},? ?(?:n[º.°o] ?)?(?:\d{1,4}|s\/n)(?: ?,? ?\d{1,2}[ºª°]?(?: ?[A-Z](?!\p{L}))?| ?[A-Z](?!\p{L}))?[.,\])]{0,2} {1,3}[-–]? ?)(?=(?:[A-Z]{1,2}-)?\d{5}(?!\d))/gu
