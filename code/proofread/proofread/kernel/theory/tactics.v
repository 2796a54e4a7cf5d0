(** Tactics that read a goal, make rules of what is known, and ask [sums] to decide.

    What they find is checked by the lemmas they apply; where they err, they fail.      *)

From mathcomp Require Import all_ssreflect ssralg ssrint matrix mxalgebra zmodp.
From kernel Require Import sums notions reading means.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** * Lists with an open end *)

(** The place of x in a list of which the end is open; where it is new it is added.    *)
Ltac place x l k :=
  lazymatch l with
  | cons ?y ?l' =>
      tryif unify x y then k 0%N else place x l' ltac:(fun n => k (S n))
  | _ => let more := open_constr:(cons x _) in unify l more; k 0%N
  end.

(** The place of x where it is known.                                                 *)
Ltac known x l k :=
  lazymatch l with
  | cons ?y ?l' =>
      tryif unify x y then k 0%N else known x l' ltac:(fun n => k (S n))
  end.

Ltac close l :=
  lazymatch l with
  | cons _ ?l' => close l'
  | nil => idtac
  | _ => let none := open_constr:(nil) in unify l none
  end.

Ltac nth_of n l k :=
  lazymatch l with cons ?x ?l' => lazymatch n with O => k x | S ?m => nth_of m l' k end end.

Ltac closed_nat n := lazymatch n with O => idtac | S ?m => closed_nat m end.

(** A goal [size_of Ss ?d = n].                                                       *)
Ltac sized :=
  lazymatch goal with |- size_of ?Ss _ = ?n =>
    place n Ss ltac:(fun d => exact (erefl : size_of Ss d = n)) end.

(** * Letters *)

Ltac occurs i x := lazymatch x with context [i] => idtac end.

(** The indices of the environment that occur in x, as nested pairs.                   *)
Ltac indices_in x env k :=
  lazymatch env with
  | cons (nat_of_ord ?i) ?env' =>
      tryif occurs i x then indices_in x env' ltac:(fun l => k (i, l))
      else indices_in x env' k
  | _ => k tt
  end.

Ltac at1 Ls env F i :=
  place (family1 F) Ls ltac:(fun t => known (nat_of_ord i) env ltac:(fun a =>
    exact (@read_family1 _ Ls _ env t _ F i a erefl erefl))).
Ltac at2 find Ls env F i j :=
  find (family2 F) Ls ltac:(fun t => known (nat_of_ord i) env ltac:(fun a =>
    known (nat_of_ord j) env ltac:(fun b =>
      exact (@read_family2 _ Ls _ env t _ _ F i j a b erefl erefl erefl)))).
Ltac at3 Ls env F i j l :=
  place (family3 F) Ls ltac:(fun t => known (nat_of_ord i) env ltac:(fun a =>
    known (nat_of_ord j) env ltac:(fun b => known (nat_of_ord l) env ltac:(fun c =>
      exact (@read_family3 _ Ls _ env t _ _ _ F i j l a b c erefl erefl erefl erefl))))).

Ltac read_letter Ls env x l :=
  lazymatch l with
  | tt => place (constant x) Ls ltac:(fun t =>
            exact (@read_constant _ Ls _ env t x erefl))
  | (?i, tt) => lazymatch (eval pattern i in x) with ?F _ => at1 Ls env F i end
  | (?i, (?j, tt)) =>
      lazymatch (eval pattern i, j in x) with ?F _ _ =>
      lazymatch (eval pattern j, i in x) with ?G _ _ =>
        first [at2 ltac:(fun x l k => known x l k) Ls env F i j
              | at2 ltac:(fun x l k => known x l k) Ls env G j i
              | at2 ltac:(fun x l k => place x l k) Ls env F i j]
      end end
  | (?i, (?j, (?m, tt))) =>
      lazymatch (eval pattern i, j, m in x) with ?F _ _ _ => at3 Ls env F i j m end
  end.

Ltac read_leaf Ls env x :=
  lazymatch x with
  | fun_of_matrix ?M ?i ?j =>
      tryif (known (nat_of_ord i) env ltac:(fun _ => idtac);
             known (nat_of_ord j) env ltac:(fun _ => idtac);
             indices_in M env ltac:(fun l => lazymatch l with tt => idtac end))
      then let F := constr:(fun a b => fun_of_matrix M a b) in
           at2 ltac:(fun x l k => place x l k) Ls env F i j
      else indices_in x env ltac:(fun l => read_letter Ls env x l)
  | ?F ?i ?j ?l =>
      tryif (is_var F; known (nat_of_ord i) env ltac:(fun _ => idtac);
             known (nat_of_ord j) env ltac:(fun _ => idtac);
             known (nat_of_ord l) env ltac:(fun _ => idtac))
      then at3 Ls env F i j l else indices_in x env ltac:(fun l => read_letter Ls env x l)
  | _ => indices_in x env ltac:(fun l => read_letter Ls env x l)
  end.

(** That something is a unit, by what the hypotheses say of it or of its parts.         *)
Ltac unit :=
  intros; cbv beta; repeat first
    [ assumption
    | match goal with H : forall i, is_true _ |- _ => apply: H end
    | match goal with
      | H : forall x y, ?f (x + y) = ?f x * ?f y, H0 : ?f 0 = 1 |- is_true (?f _ \is a _) =>
          exact: (exponential_unit H H0)
      end
    | exact: unitr1 | rewrite unitrN | rewrite unitrV | apply: unitrX
    | rewrite unitrM; apply/andP; split
    | match goal with
      | H : forall i : 'I_?n, is_true _, i : 'I_?n |- _ =>
          solve [move: (H i); rewrite ?mxE; exact: id]
      end ].

(** A function of which a law is known, where the law applies.                         *)
Ltac by_law x k :=
  match goal with
  | H : forall x y, ?f (x + y) = ?f x * ?f y |- _ =>
      lazymatch x with f (?a + ?b) => apply: (read_as (H a b)); k end
  | H : forall x y, ?f (x + y) = ?f x * ?f y, H0 : ?f 0 = 1 |- _ =>
      lazymatch x with
      | f (- ?a) => apply: (read_as (exponential_opp H H0 a)); k
      | f (?n%:R * ?a) => closed_nat n; apply: (read_as (exponential_times H H0 n a)); k
      | f 0 => apply: (read_as H0); k
      end
  | H : forall x y, _ -> _ -> ?f (x * y) = ?f x + ?f y |- _ =>
      lazymatch x with
      | f (?a * ?b) => refine (read_as (H a b _ _) _); [solve [unit] | solve [unit] | k]
      | f (?a^-1) => refine (read_as (logarithm_inv H (x := a) _) _); [solve [unit] | k]
      | f 1 => apply: (read_as (logarithm_1 H)); k
      | f (?a ^+ ?n) => refine (read_as (logarithm_exp H n (x := a) _) _); [solve [unit] | k]
      | f (BigOp.bigop _ _ _) => refine (read_as (logarithm_prod H _) _); [solve [unit] | k]
      end
  | H : forall x y, ?f (x + y) = _ * _ + _ |- _ =>
      lazymatch x with
      | f (?a + ?b) => apply: (read_as (H a b)); k
      | f (?a * (?b + ?c)) =>
          refine (read_as (etrans (congr1 f (mulrDr a b c)) (H (a * b) (a * c))) _); k
      end
  | H : forall x, ?f (- x) = _ |- _ =>
      lazymatch x with
      | f (- ?a) => apply: (read_as (H a)); k
      | f (?a * - ?b) => refine (read_as (etrans (congr1 f (mulrN a b)) (H (a * b))) _); k
      end
  | H : forall x, ?f x = (_ / _) |- _ => lazymatch x with f ?a => apply: (read_as (H a)); k end
  | H : forall x, ?f (?g x) = x |- _ => lazymatch x with f (g ?a) => apply: (read_as (H a)); k end
  end.

(** * Reading: a goal [value (letter_of ?Ls) (size_of ?Ss) env ?e = x] *)

Ltac read :=
  cbv beta;
  lazymatch goal with |- value (letter_of ?Ls) _ ?env _ = ?x =>
  lazymatch x with
  | ?a + ?b => apply: read_add; [read|read]
  | - ?a => apply: read_opp; read
  | ?a * ?b => apply: read_mul; [read|read]
  | 0 => exact: read_0
  | 1 => exact: read_1
  | ?a ^+ ?k => tryif closed_nat k then (apply: read_exp; read) else read_power Ls env x
  | GRing.natmul ?a (nat_of_bool ?b) => read_deltas a b
  | GRing.natmul 1 ?n =>
      tryif closed_nat n then exact: read_nat else read_count Ls env x n
  | dot _ _ => apply: read_dot; read
  | sqn _ => apply: read_sqn; read
  | mxtrace _ => apply: read_trace; read
  | fun_of_matrix ?M ?i ?j => read_entry Ls env x M
  | @BigOp.bigop _ (Finite.sort (ordinal_finType 1)) _ _ _ => apply: read_sum1; read
  | @BigOp.bigop _ (Finite.sort (ordinal_finType ?n)) _ _ _ =>
      tryif closed_nat n then (apply: read_sum_S; read)
      else (apply: read_sum; [sized | move=> ?; read])
  | mean_at ?E _ _ _ => match goal with
      add : forall x y, E (x + y) = _, scale : forall a x, E (a *: x) = _ |- _ =>
        mean add scale ltac:(read) end
  | ?f ?y => first
      [ lazymatch goal with
        | _ : forall x y, f (x + y) = f x + f y, _ : forall a x, f (a *: x) = a * f x |- _ =>
            apply: mean_start; read
        end
      | by_law x ltac:(read)
      | refine (@read_at _ _ _ _ _ f _ _ _ _); [rewrite !mxE; reflexivity | read]
      | read_leaf Ls env x ]
  | _ => read_leaf Ls env x
  end end
with read_deltas a b :=
  lazymatch goal with |- value _ _ ?env _ = _ =>
  lazymatch a with
  | 1 => first
      [ exact: (@read_true _ _ _ env b erefl) | exact: (@read_false _ _ _ env b erefl)
      | lazymatch b with ?i == ?j =>
          known (nat_of_ord i) env ltac:(fun p => known (nat_of_ord j) env ltac:(fun q =>
            exact (@read_delta _ _ _ env _ i j p q erefl erefl))) end ]
  | _ => apply: read_deltan; read
  end end
with read_count Ls env x n :=
  lazymatch n with
  | S ?m => apply: (read_as (mulrS 1 m)); read
  | ?m + ?l => apply: (read_as (natrD _ m l)); read
  | ?m * ?l => apply: (read_as (natrM _ m l)); read
  | _ => indices_in n env ltac:(fun l => lazymatch l with
      | tt => apply: read_size; sized
      | _ => read_letter Ls env x l
      end)
  end
with read_power Ls env x :=
  lazymatch x with
  | ?a ^+ (?m + ?n) => apply: (read_as (exprD a m n)); read
  | ?a ^+ (?m * ?n) => closed_nat m; apply: (read_as (power_times a m n)); read
  | ?a ^+ (S ?n) => apply: (read_as (exprS a n)); read
  | 1 ^+ ?n => apply: (read_as (expr1n _ n)); read
  | (- 1) ^+ _ => read_leaf Ls env x
  | (?a * ?b) ^+ ?n => apply: (read_as (exprMn n a b)); read
  | (- ?a) ^+ ?n => apply: (read_as (power_minus a n)); read
  | (?a^-1) ^+ ?n => apply: (read_as (exprVn a n)); read
  | _ => read_leaf Ls env x
  end
with read_entry Ls env x M :=
  lazymatch M with
  | mulmx _ _ => apply: read_mulmx; read
  | trmx _ => apply: read_trmx; read
  | had _ _ => apply: read_had; read
  | diag _ => apply: read_diag; read
  | diagonal _ => apply: read_diagonal; read
  | const_mx _ => apply: read_const; read
  | rows _ _ ?l =>
      lazymatch x with fun_of_matrix _ ?i ?j =>
        let a := eval cbv in (nat_of_ord i) in let b := eval cbv in (nat_of_ord j) in
        nth_of a l ltac:(fun r => nth_of b r ltac:(fun y =>
          apply: read_rows; refine (read_as (y := y) erefl _); read)) end
  | delta_mx _ _ => first [apply: read_delta_cv; read | apply: read_delta_mx; read]
  | row _ _ => apply: read_row; read
  | col _ _ => apply: read_col; read
  | map_mx _ _ => apply: read_map; read
  | matrix_of_fun _ _ => apply: read_matrix; read
  | _ + _ => apply: read_addmx; read
  | - _ => apply: read_oppmx; read
  | _ *: _ => apply: read_scalemx; read
  | scalar_mx _ => apply: read_scalar_mx; read
  | 0 => exact: read_0mx
  | BigOp.bigop _ _ _ => apply: read_summx; read
  | _ => read_leaf Ls env x
  end.

(** * What is known *)

(** A goal [every (holds ..) ?rules]: of each equation among the hypotheses a rule.     *)
Lemma entries_of (R : comUnitRingType) m n (A B : 'M[R]_(m, n)) :
  A = B -> forall i j, A i j = B i j.
Proof. by move=> ->. Qed.

Ltac known_rule H :=
  lazymatch type of H with
  | forall (i : 'I_?m) (j : 'I_1), _ =>
      refine (every_cons (rule1 (fun i => H i 0) _ _ _ _) _);
      [sized | move=> ?; read | move=> ?; read | reflexivity |]
  | forall (i : 'I_1) (j : 'I_?n), _ =>
      refine (every_cons (rule1 (fun j => H 0 j) _ _ _ _) _);
      [sized | move=> ?; read | move=> ?; read | reflexivity |]
  | forall (i : 'I_?m) (j : 'I_?n), _ =>
      refine (every_cons (rule2 H _ _ _ _ _) _);
      [sized | sized | move=> ? ?; read | move=> ? ?; read | reflexivity |]
  | forall i : 'I_?n, _ =>
      refine (every_cons (rule1 H _ _ _ _) _);
      [sized | move=> ?; read | move=> ?; read | reflexivity |]
  | @eq _ _ _ =>
      first [ let E := fresh "entries" in have E := entries_of H; known_rule E; clear E
            | refine (every_cons (rule0 H _ _ _) _); [read | read | reflexivity |] ]
  end.
Ltac known_rules :=
  match goal with
  | H : trmx ?A = ?A |- _ => clear H; known_rules
  | H : @eq _ _ _ |- _ => first [known_rule H | idtac]; clear H; known_rules
  | H : forall i : 'I__, @eq _ _ _ |- _ => first [known_rule H | idtac]; clear H; known_rules
  | H : forall i j : 'I__, @eq _ _ _ |- _ => first [known_rule H | idtac]; clear H; known_rules
  | |- every _ ?l => close l; exact I
  end.

(** A goal [every .. ?symmetric]: the letters of matrices that are symmetric.           *)
Ltac known_symmetric :=
  match goal with
  | H : trmx ?A = ?A |- every (fun t => forall a b, letter_of ?Ls t _ = _) _ =>
      let F := constr:(family2 (fun i j => A i j)) in
      place F Ls ltac:(fun t => refine (every_cons (@symmetric_letter _ Ls t _ A erefl H) _));
      clear H; known_symmetric
  | |- every _ ?l => close l; exact I
  end.

(** A goal [every (inverse_holds ..) ?inverses]: of each letter that is one an inverse.  *)
Ltac letter_at t l found none :=
  lazymatch l with
  | cons ?x ?l' => lazymatch t with O => found x | S ?t' => letter_at t' l' found none end
  | _ => none
  end.
Ltac known_inverses t :=
  lazymatch goal with |- every (inverse_holds (letter_of ?Ls) (size_of ?Ss)) ?l =>
    letter_at t Ls ltac:(fun x => first
      [ lazymatch x with
        | constant (GRing.inv ?y) =>
            refine (every_cons (@inverse0 _ Ls Ss t _ y erefl _ _) _); [solve [unit] | read |]
        | family1 (fun i => GRing.inv (@?F i)) =>
            refine (every_cons (@inverse1 _ Ls Ss t _ _ _ F erefl _ _ _) _);
            [solve [unit] | sized | move=> ?; read |]
        | family2 (fun i j => GRing.inv (@?F i j)) =>
            refine (every_cons (@inverse2 _ Ls Ss t _ _ _ _ _ F erefl _ _ _ _) _);
            [solve [unit] | sized | sized | move=> ? ?; read |]
        end
      | idtac ]; known_inverses constr:(S t))
    ltac:(idtac; close l; close Ls; close Ss; exact I)
  end.

(** * Numbers, matrices, theorems *)

Ltac environment found :=
  match goal with
  | i : ordinal _ |- _ =>
      lazymatch found with
      | context [nat_of_ord i] => fail
      | _ => environment (cons (nat_of_ord i) found)
      end
  | _ => found
  end.
Ltac ranged :=
  lazymatch goal with
  | |- is_true (in_range _ _ nil) => exact: ranged_nil
  | |- is_true (in_range _ _ _) => apply: ranged_cons; [sized | ranged]
  end.
Ltac by_computation := vm_compute; exact: erefl.

Ltac decide_numbers :=
  let env := environment (@nil nat) in
  apply: (@decide _ _ _ _ env);
  [ read | read | ranged | known_rules | known_symmetric | known_inverses O | by_computation ].

Ltac each_row :=
  let i := fresh "i" in
  lazymatch goal with |- forall j : ordinal ?n, @?P j =>
    lazymatch n with
    | S (S ?m) => tryif closed_nat m
        then (apply: (@each_place (S m) P); [cbv beta | cbv beta; each_row]) else intro i
    | _ => intro i; try (rewrite !(ord1 i); clear i)
    end
  end.
Ltac entries :=
  tryif (apply/matrixP; red) then (each_row; each_row) else idtac.

(** What holds of the inverses of matrices that are invertible.                         *)
Ltac invertible :=
  repeat match goal with
  | H : is_true (?A *m ?B \in unitmx) |- _ =>
      let L := fresh "invertible" in let R := fresh "invertible" in
      lazymatch type of A with matrix _ ?n ?n =>
        rewrite unitmx_mul in H; case/andP: H => L R; rewrite ?(inverse_of_product L R) end
  | H : is_true (diag ?x \in unitmx) |- _ =>
      let U := fresh "units" in let I := fresh "inverse" in
      have [U I] := inverse_of_diag H; clear H; rewrite ?I
  | H : is_true (?A \in unitmx) |- _ =>
      let L := fresh "left_inverse" in let R := fresh "right_inverse" in
      have L := mulVmx H; have R := mulmxV H; clear H;
      let S := fresh "symmetric" in
      try (have S : (invmx A)^T = invmx A
             by rewrite trmx_inv ?(trmx_mul, trmxK, mulmxA); congr invmx; congruence)
  end.

(** What is left out before a goal is read: sums with 0, products with 1.               *)
Ltac tidy :=
  rewrite ?(scale0r, scaler0, mul0mx, mulmx0, mul0r, mulr0, oppr0, add0r, addr0, trmx0,
            mulmx1, mul1mx, scale1r, mul1r, mulr1);
  rewrite -?trmx_inv ?(det_mulmx, det_tr) ?det2_rows ?det2 ?det3.
Ltac tidy_units :=
  repeat match goal with
  | H : context [determinant (rows 2 2 _)] |- _ => rewrite det2_rows in H
  | H : context [@determinant _ 2 _] |- _ => rewrite det2 in H
  | H : is_true (?x \is a _) |- _ => lazymatch x with context [1 / _] => rewrite !mul1r in H end
  end.
