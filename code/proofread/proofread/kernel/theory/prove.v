(** The tactic that proves the theorems of the book: [prove].

    Names that are defined are replaced by what they stand for; a derivative is found and
    compared with the one that is claimed; equations of matrices are taken entry by entry.
    The rest is the decision of [sums].                                                *)

From mathcomp Require Import all_ssreflect ssralg ssrint matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

Lemma same_move (R : comUnitRingType) (eps a b a' b' : R) :
  a = a' -> b = b' -> a + eps * b = a' + eps * b'.
Proof. by move=> -> ->. Qed.
Lemma same_move_mx (R : comUnitRingType) (eps : R) m n (A B A' B' : 'M[R]_(m, n)) :
  A = A' -> B = B' -> A + eps *: B = A' + eps *: B'.
Proof. by move=> -> ->. Qed.

(** A goal [moves eps x ?a ?b] or [moves_mx eps X ?A ?B].                              *)
Ltac moving :=
  cbv beta;
  lazymatch goal with
  | |- moves ?eps ?x _ _ => tryif occurs eps x then moving_number eps x else exact: still
  | |- moves_mx ?eps ?x _ _ => tryif occurs eps x then moving_matrix eps x else exact: still_mx
  end
with moving_number eps x :=
  lazymatch x with
  | ?a + eps * ?d => tryif occurs eps (a, d) then moving_sum else exact: moved
  | ?a + eps => tryif occurs eps a then moving_sum else exact: moved1
  | eps => exact: moved0
  | _ + _ => moving_sum
  | - _ => apply: moves_opp; moving
  | _ * _ => eapply moves_mul; [eassumption | moving | moving]
  | _ ^+ S _ => eapply moves_exp; [eassumption | moving]
  | _ ^+ _ => eapply moves_power; [eassumption | moving]
  | GRing.inv _ => eapply moves_inv; [eassumption | | moving]; unit
  | dot _ _ => eapply moves_dot; [eassumption | moving | moving]
  | sqn _ => eapply moves_sqn; [eassumption | moving]
  | mxtrace _ => apply: moves_trace; moving
  | determinant _ => eapply moves_det; [eassumption | | moving]; eassumption
  | BigOp.bigop _ _ _ => apply: moves_sum => ?; moving
  | fun_of_matrix _ _ _ => apply: moves_entry; moving
  | ?f _ => match goal with
     | H : forall x y, f (x + eps * y) = _ |- _ => eapply (moves_fun H); moving
     | H : forall x y, is_true _ -> f (x + eps * y) = _ |- _ =>
         eapply (moves_fun_unit H); [| moving]; unit
     | H : forall y, f (_ + eps * y) = _ |- _ => eapply (moves_at H); moving
     | H : forall X D, f (X + eps *: D) = _ |- _ => eapply (moves_of_mx H); moving
     end
  end
with moving_sum := apply: moves_add; moving
with moving_matrix eps x :=
  lazymatch x with
  | ?a + eps *: ?d => tryif occurs eps (a, d) then moving_sum_mx else exact: moved_mx
  | _ + _ => moving_sum_mx
  | - _ => apply: moves_oppmx; moving
  | mulmx _ _ => eapply moves_mulmx; [eassumption | moving | moving]
  | _ *: _ => eapply moves_scale; [eassumption | moving | moving]
  | trmx _ => apply: moves_trmx; moving
  | had _ _ => eapply moves_had; [eassumption | moving | moving]
  | diag _ => apply: moves_diag; moving
  | diagonal _ => apply: moves_diagonal; moving
  | row _ _ => apply: moves_row; moving
  | col _ _ => apply: moves_col; moving
  | const_mx _ => apply: moves_const; moving
  | scalar_mx _ => apply: moves_scalar_mx; moving
  | invmx _ => eapply moves_invmx; [eassumption | | moving]; eassumption
  | matrix_of_fun _ _ => apply: moves_entries => ? ?; moving
  | BigOp.bigop _ _ _ => apply: moves_summx => ?; moving
  | rows _ _ _ => apply: moves_rows; moving_lists
  | map_mx ?f _ => match goal with
     H : forall x y, f (x + eps * y) = _ |- _ => eapply (moves_map H); moving end
  | ?f _ => match goal with
     H : forall X D, f (X + eps *: D) = _ |- _ => eapply (moves_of_cv H); moving end
  end
with moving_lists :=
  lazymatch goal with
  | |- moves_lists _ [::] _ _ => exact: moves_none
  | |- moves_lists _ (_ :: _) _ _ => apply: moves_more; [moving_list | moving_lists]
  end
with moving_list :=
  lazymatch goal with
  | |- moves_list _ [::] _ _ => exact: moves_nil
  | |- moves_list _ (_ :: _) _ _ => apply: moves_cons; [moving | moving_list]
  end
with moving_sum_mx := apply: moves_addmx; moving.

(** What is known of a function's value wherever it stands in the goal.                 *)
Ltac instances :=
  repeat match goal with
  | H : forall X, trmx (?h X) = ?h X |- context [?h ?X] =>
      lazymatch goal with
      | _ : trmx (h X) = h X |- _ => fail
      | _ => let S := fresh "symmetric" in have S := H X
      end
  | H : forall x, ?s x ^+ 2 + ?c x ^+ 2 = 1 |- context [?f ?x] =>
      first [constr_eq f s | constr_eq f c];
      lazymatch goal with
      | _ : s x ^+ 2 + c x ^+ 2 = 1 |- _ => fail
      | _ => let S := fresh "circle" in have S := H x
      end
  end.

(** A function at two places that are equal: its values there are the same, so that the
    goal speaks of it at fewer places.                                                 *)
Ltac same_arguments :=
  match goal with |- context [?f ?a] =>
    is_var f;
    match goal with |- context [f ?b] =>
      assert_fails (constr_eq a b); lazymatch b with context [f a] => fail | _ => idtac end;
      let E := fresh in (have E : f a = f b by congr f; decide_numbers);
      rewrite E; repeat match goal with H : context [f a] |- _ =>
        assert_fails (constr_eq H E); rewrite E in H end;
      clear E
    end
  end.

(** Logarithms that differ by a number: log (exp v * b) = v + log b.                    *)
Ltac logarithms :=
  match goal with
  | product : forall x y, _ -> _ -> ?f (x * y) = ?f x + ?f y,
    inverse : forall x, ?f (?g x) = x,
    add : forall x y, ?g (x + y) = ?g x * ?g y, at0 : ?g 0 = 1 |- context [?f ?a] =>
      match goal with
      | |- context [f ?b] =>
          assert_fails (constr_eq a b);
          match goal with v : _ |- _ =>
            let E := fresh in
            (have E : a = g v * b by decide_numbers);
            rewrite E product ?inverse; [| exact: (exponential_unit add at0) | solve [unit]]
          end
      | v : _ |- _ =>
          let E := fresh in
          (have E : a = g v by decide_numbers); rewrite E inverse
      end
  end.

(** What is known of powers to a size: of their sums, and of the squares of signs.      *)
Ltac of_powers a n :=
  let H := fresh "powers" in have H := powers_sum a n;
  let H := fresh "powers" in have H := powers_sum_back a n;
  let H := fresh "powers" in have H := squares_sum a n;
  let H := fresh "powers" in have H := squares_sum_back a n.
Ltac of_powers_less a n :=
  let H := fresh "powers" in have H := powers_less a n;
  let H := fresh "powers" in have H := powers_less_back a n.
Ltac sums_of_powers :=
  repeat match goal with
  | |- context [?a ^+ ?k] =>
      let n := lazymatch k with (_ * ?m)%N => m | ?m => m end in
      is_var n;
      lazymatch goal with
      | _ : _ = a ^+ n - 1 |- _ => fail
      | _ : _ = 1 - a ^+ n |- _ => fail
      | _ => idtac
      end;
      lazymatch a with 1 + - _ => of_powers_less a n | _ => of_powers a n end
  end.
Ltac squares_of_signs :=
  repeat match goal with
  | R : comUnitRingType |- context [(- _) ^+ ?k] =>
      let n := lazymatch k with (?m + _)%N => m | (_ * ?m)%N => m | ?m => m end in
      is_var n;
      lazymatch goal with
      | _ : (-1) ^+ n * (-1) ^+ n = 1 |- _ => fail
      | _ => let H := fresh "sign" in have H := @sign_square R n
      end
  end.

(** A sum that is taken to the power of a size has a name.                              *)
Ltac sums_as_bases :=
  repeat match goal with |- context [(?a + ?b) ^+ ?k] =>
    tryif closed_nat k then fail
    else (let c := fresh "base" in set c := a + b in *; clearbody c)
  end.

(** Of sums that have inverses: what times its inverse is 1.                             *)
Ltac inverses_of_sums :=
  match goal with H : forall i : 'I__, is_true _ |- _ =>
    lazymatch type of H with context [BigOp.bigop] => idtac end;
    let E := fresh "inverse" in have E := (fun i => mulVr (H i))
  end.

(** Determinants of products, inverses and diagonals; a product over a range is a number. *)
Ltac determinants :=
  rewrite ?(det_mulmx, det_inv, det_of_diag);
  repeat match goal with H : is_true (_ \in unitmx) |- _ => rewrite unitmxE in H end;
  repeat match goal with |- context [@BigOp.bigop ?T ?I 1 ?r ?F] =>
    let p := fresh "product" in set p := (@BigOp.bigop T I 1 r F); clearbody p
  end.

(** Matrices of blocks: products and lengths of them, block by block.                   *)
Section Blocks.
Variables (R : comUnitRingType) (m n p : nat).
Lemma dot_col_mx (A C : 'M[R]_(m, p)) (B D : 'M[R]_(n, p)) :
  dot (col_mx A B) (col_mx C D) = dot A C + dot B D.
Proof.
rewrite /dot big_split_ord /=; congr (_ + _); apply: eq_bigr => i _; apply: eq_bigr => j _.
  by rewrite !col_mxEu.
by rewrite !col_mxEd.
Qed.
Lemma sqn_col_mx (A : 'M[R]_(m, p)) (B : 'M[R]_(n, p)) : sqn (col_mx A B) = sqn A + sqn B.
Proof. exact: dot_col_mx. Qed.
End Blocks.
Ltac by_blocks :=
  rewrite ?(tr_row_mx, tr_col_mx, tr_block_mx);
  rewrite ?(mulmx_block, mul_row_col, mul_block_col, mul_row_block, mul_col_mx, mul_mx_row);
  rewrite ?(opp_col_mx, opp_row_mx, add_col_mx, add_row_mx, scale_col_mx, scale_row_mx);
  rewrite ?(sqn_col_mx, dot_col_mx).
Ltac each_block :=
  lazymatch goal with
  | |- block_mx _ _ _ _ = _ => congr (block_mx _ _ _ _); each_block
  | |- row_mx _ _ = _ => congr (row_mx _ _); each_block
  | |- col_mx _ _ = _ => congr (col_mx _ _); each_block
  | |- _ => idtac
  end.

(** A size that is not 0 is the next of another.                                        *)
Ltac positive_sizes :=
  lazymatch goal with
  | H : is_true (leq (S O) ?n) |- _ =>
      destruct n as [|n]; [discriminate H | clear H; positive_sizes];
      rewrite ?(subn1, subSS, subn0) /=
  | _ => idtac
  end.

Ltac equation :=
  cbv beta; first
    [ reflexivity
    | instances; first
        [ invertible; tidy; first [reflexivity | entries; decide_numbers]
        | logarithms; tidy; decide_numbers
        | repeat same_arguments; entries; decide_numbers
        | lazymatch goal with
          | |- invmx _ = _ => apply: inverse_is; tidy; entries; decide_numbers
          end
        | progress by_blocks; each_block; tidy; entries; decide_numbers
        | progress sums_of_powers; squares_of_signs; entries; decide_numbers
        | progress sums_as_bases; sums_of_powers; entries; decide_numbers
        | inverses_of_sums; entries; decide_numbers
        | progress determinants; decide_numbers ] ].

Ltac derivative :=
  lazymatch goal with
  | small : ?eps * ?eps = 0 |- ?X = _ + _ *: _ =>
      refine (etrans (_ : moves_mx eps X _ _) _); [moving | apply: same_move_mx; equation]
  | small : ?eps * ?eps = 0 |- ?x = _ =>
      refine (etrans (_ : moves eps x _ _) _); [moving | apply: same_move; equation]
  end.

Ltac prove_one :=
  tidy;
  lazymatch goal with
  | small : ?eps * ?eps = 0 |- ?x = _ => tryif occurs eps x then derivative else equation
  | |- _ => equation
  end.

(** Names that are defined are replaced by what they stand for.                         *)
Ltac open_names := repeat match goal with H : ?x = _ |- _ => is_var x; subst x end.

Ltac prove :=
  solve [ intros; open_names; positive_sizes; cbv beta in *; tidy_units;
          repeat lazymatch goal with |- _ /\ _ => split end; prove_one ].
