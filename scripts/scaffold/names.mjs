const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * The forms of a name in kebab-case.
 * @param {string | undefined} name
 * @returns {{ kebab: string, pascal: string, camel: string, words: string }} words: "Due list"
 * @throws {Error} when it is not in kebab-case
 */
export function namesOf(name) {
  if (!name || !kebab.test(name))
    throw new Error(`A name is lower case words with hyphens, such as due-list: ${name ?? 'none given'}`);
  const pascal = name.replace(/(^|-)(\w)/g, (_match, _hyphen, letter) => letter.toUpperCase());
  const words = name.replaceAll('-', ' ');
  return {
    kebab: name,
    pascal,
    camel: pascal[0].toLowerCase() + pascal.slice(1),
    words: words[0].toUpperCase() + words.slice(1),
  };
}
